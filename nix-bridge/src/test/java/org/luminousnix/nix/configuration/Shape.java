package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// A written shape of a configuration, with what comes of adding ripgrep to it, from `shapes.txt`.
///
/// @param outcome `edited`, `unchanged` or `refused`, with what is said
/// @param after the text after it, or the patch
record Shape(String name, String before, String outcome, String after)
{
    Shape
    {
        requireNonNull(name, "name is null");
        requireNonNull(before, "before is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(after, "after is null");
    }

    static List<Shape> all()
    {
        List<Shape> shapes = new ArrayList<>();
        for (String piece : Resources.text("shapes.txt").split("(?m)^=== ", -1)) {
            if (!piece.isEmpty()) {
                String name = piece.lines().findFirst().orElseThrow();
                int outcome = piece.indexOf("\n--- ");
                int after = piece.indexOf('\n', outcome + 1);
                shapes.add(new Shape(name, piece.substring(name.length() + 1, outcome + 1), piece.substring(outcome + 5, after),
                        piece.substring(after + 1)));
            }
        }
        return shapes;
    }

    static Stream<Shape> edited()
    {
        return all().stream().filter(shape -> shape.outcome().startsWith("edited"));
    }

    /// Returns the text in the ways in which texts differ that mean the same: line ends, tabs, no line end at the end.
    List<String> variants()
    {
        return List.of(before, before.replace("\n", "\r\n"), before.replace("  ", "\t"), before.strip(),
                before.strip().replace("\n", "\r\n"));
    }

    @Override
    public String toString()
    {
        return name;
    }
}
