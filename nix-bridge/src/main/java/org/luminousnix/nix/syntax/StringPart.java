package org.luminousnix.nix.syntax;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// A part of a string or of a path: text as it is written, or `${…}`.
public sealed interface StringPart extends Node
{
    /// Text as it is written, escapes included.
    record Text(int start, int end) implements StringPart
    {
        @Override
        public List<Node> children()
        {
            return List.of();
        }
    }

    /// An expression between `${` and `}`.
    record Interpolation(int start, int end, Expression expression) implements StringPart
    {
        public Interpolation
        {
            requireNonNull(expression, "expression is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(expression);
        }
    }
}
