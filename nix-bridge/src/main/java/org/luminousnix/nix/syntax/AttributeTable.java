package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// What one set defines once its dotted paths are merged, as Nix builds it while it parses.
final class AttributeTable
{
    private final boolean recursive;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final List<Dynamic> dynamic = new ArrayList<>(0);
    private final List<Expression> sources = new ArrayList<>(0);

    AttributeTable(boolean recursive)
    {
        this.recursive = recursive;
    }

    boolean recursive()
    {
        return recursive;
    }

    Set<String> names()
    {
        return definitions.keySet();
    }

    Collection<Definition> definitions()
    {
        return definitions.values();
    }

    List<Dynamic> dynamic()
    {
        return dynamic;
    }

    /// Returns the expressions that attributes are inherited from.
    List<Expression> sources()
    {
        return sources;
    }

    Optional<Definition> get(String name)
    {
        return Optional.ofNullable(definitions.get(name));
    }

    void put(String name, Definition definition)
    {
        definitions.put(name, definition);
    }

    Set<Map.Entry<String, Definition>> entries()
    {
        return definitions.entrySet();
    }

    /// What a name stands for.
    sealed interface Definition
    {
        /// Returns where it is defined.
        int start();
    }

    /// A set, written as such or by dotted paths.
    record Nested(int start, AttributeTable table) implements Definition
    {
        Nested
        {
            requireNonNull(table, "table is null");
        }
    }

    /// Any other value.
    record Value(int start, Expression expression) implements Definition
    {
        Value
        {
            requireNonNull(expression, "expression is null");
        }
    }

    /// The variable of the same name around the set.
    record Inherited(int start, Expression.Identifier name) implements Definition
    {
        Inherited
        {
            requireNonNull(name, "name is null");
        }
    }

    /// An attribute whose name has to be evaluated.
    record Dynamic(AttributeName name, Optional<AttributeTable> nested, Optional<Expression> value)
    {
        Dynamic
        {
            requireNonNull(name, "name is null");
            requireNonNull(nested, "nested is null");
            requireNonNull(value, "value is null");
        }
    }
}
