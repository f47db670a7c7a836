package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// A whole text: one expression, and after it what does not belong there, if anything.
public record SourceFile(int end, Expression expression, Optional<Expression.Invalid> rest) implements Node
{
    public SourceFile
    {
        requireNonNull(expression, "expression is null");
        requireNonNull(rest, "rest is null");
    }

    @Override
    public int start()
    {
        return 0;
    }

    @Override
    public List<Node> children()
    {
        List<Node> children = new ArrayList<>(2);
        children.add(expression);
        rest.ifPresent(children::add);
        return children;
    }
}
