package org.luminousnix.nix.configuration;

import java.util.List;

import org.luminousnix.nix.syntax.Binding;
import org.luminousnix.nix.syntax.Expression;

import static java.util.Objects.requireNonNull;

/// Where a module gives a value to a path of options.
///
/// @param path the option, `config` left out
/// @param binding what is written
/// @param value the value that is written
/// @param surroundings what the names in the value may stand for
/// @param conditional whether it holds only under a condition
record Definition(List<String> path, Binding binding, Expression value, Surroundings surroundings, boolean conditional)
{
    Definition
    {
        path = List.copyOf(path);
        requireNonNull(binding, "binding is null");
        requireNonNull(value, "value is null");
        requireNonNull(surroundings, "surroundings is null");
    }
}
