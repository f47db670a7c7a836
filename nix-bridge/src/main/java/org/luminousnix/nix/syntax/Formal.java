package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One argument that a function takes out of the set it is given: `pkgs`, `lib ? pkgs.lib`.
public record Formal(Expression.Identifier name, Optional<Expression> otherwise) implements Node
{
    public Formal
    {
        requireNonNull(name, "name is null");
        requireNonNull(otherwise, "otherwise is null");
    }

    @Override
    public int start()
    {
        return name.start();
    }

    @Override
    public int end()
    {
        return otherwise.map(Expression::end).orElse(name.end());
    }

    @Override
    public List<Node> children()
    {
        List<Node> children = new ArrayList<>(2);
        children.add(name);
        otherwise.ifPresent(children::add);
        return children;
    }
}
