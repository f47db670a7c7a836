package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What stands before the colon of a function: `x`, `{ pkgs, ... }`, `args@{ pkgs, ... }`, `{ pkgs, ... }@args`.
public sealed interface Parameter extends Node
{
    /// Returns the name that the whole argument is bound to.
    Optional<Expression.Identifier> whole();

    /// A single name.
    record Named(Expression.Identifier name) implements Parameter
    {
        public Named
        {
            requireNonNull(name, "name is null");
        }

        @Override
        public Optional<Expression.Identifier> whole()
        {
            return Optional.of(name);
        }

        @Override
        public int start()
        {
            return name.start();
        }

        @Override
        public int end()
        {
            return name.end();
        }

        @Override
        public List<Node> children()
        {
            return List.of(name);
        }
    }

    /// A set that is taken apart.
    ///
    /// @param brace the offset of the opening brace
    /// @param open whether `...` allows further attributes
    record Formals(int start, int end, int brace, Optional<Expression.Identifier> whole, List<Formal> formals,
            boolean open) implements Parameter
    {
        public Formals
        {
            requireNonNull(whole, "whole is null");
            formals = List.copyOf(formals);
        }

        @Override
        public List<Node> children()
        {
            List<Node> children = new ArrayList<>(formals);
            whole.ifPresent(name -> children.add(name.start() < brace ? 0 : children.size(), name));
            return children;
        }
    }
}
