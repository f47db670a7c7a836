package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One entry of a set or of a `let`.
public sealed interface Binding extends Node
{
    /// `path = value;`
    record Attribute(int start, int end, AttributePath path, Expression value) implements Binding
    {
        public Attribute
        {
            requireNonNull(path, "path is null");
            requireNonNull(value, "value is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(path, value);
        }
    }

    /// `inherit names;` or `inherit (source) names;`
    record Inherit(int start, int end, Optional<Expression> source, List<AttributeName> names) implements Binding
    {
        public Inherit
        {
            requireNonNull(source, "source is null");
            names = List.copyOf(names);
        }

        @Override
        public List<Node> children()
        {
            List<Node> children = new ArrayList<>(names.size() + 1);
            source.ifPresent(children::add);
            children.addAll(names);
            return children;
        }
    }

    /// Tokens that are no binding.
    record Unreadable(int start, int end) implements Binding
    {
        @Override
        public List<Node> children()
        {
            return List.of();
        }
    }
}
