package org.luminousnix.nix.configuration;

import java.util.List;

import org.luminousnix.nix.syntax.Expression;

import static java.util.Objects.requireNonNull;

/// A set of a module that options below one path are written in; the empty path for the module's own.
///
/// @param path the option that the set belongs to, `config` left out
/// @param set the set itself
/// @param surroundings what the names in the set may stand for
/// @param conditional whether it holds only under a condition
/// @param structured whether the set is a module's own and keeps its options below `config`, so that no option is written in it
record Section(List<String> path, Expression.AttributeSet set, Surroundings surroundings, boolean conditional, boolean structured)
{
    Section
    {
        path = List.copyOf(path);
        requireNonNull(set, "set is null");
        requireNonNull(surroundings, "surroundings is null");
    }
}
