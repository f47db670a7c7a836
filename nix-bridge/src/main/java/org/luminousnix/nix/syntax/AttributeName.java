package org.luminousnix.nix.syntax;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One name of an attribute path: `services`, `"my service"`, `${name}`.
public sealed interface AttributeName extends Node
{
    /// Returns the name if the text says what it is; empty if it has to be evaluated.
    Optional<String> fixed();

    /// A name that is written as it is, `or` included.
    record Plain(int start, int end, String name) implements AttributeName
    {
        public Plain
        {
            requireNonNull(name, "name is null");
        }

        @Override
        public Optional<String> fixed()
        {
            return Optional.of(name);
        }

        @Override
        public List<Node> children()
        {
            return List.of();
        }
    }

    /// A name in double quotes.
    record Quoted(Expression.StringLiteral string, Optional<String> fixed) implements AttributeName
    {
        public Quoted
        {
            requireNonNull(string, "string is null");
            requireNonNull(fixed, "fixed is null");
        }

        @Override
        public int start()
        {
            return string.start();
        }

        @Override
        public int end()
        {
            return string.end();
        }

        @Override
        public List<Node> children()
        {
            return List.of(string);
        }
    }

    /// A name between `${` and `}`; Nix takes it as fixed when nothing but one string stands there.
    record Dynamic(int start, int end, Expression expression, Optional<String> fixed) implements AttributeName
    {
        public Dynamic
        {
            requireNonNull(expression, "expression is null");
            requireNonNull(fixed, "fixed is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(expression);
        }
    }
}
