package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names joined by dots, at least one: `environment.systemPackages`.
public record AttributePath(int start, int end, List<AttributeName> names) implements Node
{
    public AttributePath
    {
        names = List.copyOf(names);
    }

    /// Returns the names as text, or nothing if one of them has to be evaluated.
    public Optional<List<String>> fixed()
    {
        List<String> fixed = new ArrayList<>(names.size());
        for (AttributeName name : names) {
            if (name.fixed().isEmpty()) {
                return Optional.empty();
            }
            fixed.add(name.fixed().get());
        }
        return Optional.of(fixed);
    }

    @Override
    public List<Node> children()
    {
        return List.copyOf(names);
    }
}
