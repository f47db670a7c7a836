package org.luminousnix.nix.configuration;

import java.util.List;
import java.util.Optional;

import org.luminousnix.nix.syntax.Expression;

import static java.util.Objects.requireNonNull;

/// A list that is written out and whose elements end up in an option.
///
/// @param name the name of a list that is defined by itself, so that other places may use it too
record ListSite(Expression.ListLiteral list, Surroundings surroundings, boolean conditional, Optional<String> name)
{
    ListSite
    {
        requireNonNull(list, "list is null");
        requireNonNull(surroundings, "surroundings is null");
        requireNonNull(name, "name is null");
    }

    List<Expression> elements()
    {
        return list.elements();
    }
}
