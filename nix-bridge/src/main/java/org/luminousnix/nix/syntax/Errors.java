package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static java.util.Objects.requireNonNull;

/// Collects what is wrong with one text; at most [#MOST] errors, since whoever reads them mends the first.
final class Errors
{
    static final int MOST = 100;

    private final String text;
    private final List<Found> found = new ArrayList<>();

    Errors(String text)
    {
        this.text = requireNonNull(text, "text is null");
    }

    void add(int offset, String message)
    {
        if (found.size() < MOST) {
            found.add(new Found(offset, message.replaceAll("\\s+", " ")));
        }
    }

    boolean isEmpty()
    {
        return found.isEmpty();
    }

    List<SyntaxError> inOrder()
    {
        return found.stream().sorted(Comparator.comparingInt(Found::offset)).map(this::located).toList();
    }

    private SyntaxError located(Found error)
    {
        Position position = Position.of(text, error.offset());
        return new SyntaxError(error.offset(), position.line(), position.column(), error.message());
    }

    private record Found(int offset, String message)
    {}
}
