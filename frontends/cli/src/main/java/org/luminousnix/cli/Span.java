package org.luminousnix.cli;

import static java.util.Objects.requireNonNull;

/// A piece of a line in one ink.
record Span(Ink ink, String text)
{
    Span
    {
        requireNonNull(ink, "ink is null");
        requireNonNull(text, "text is null");
    }

    static Span of(String text)
    {
        return new Span(Ink.PLAIN, text);
    }
}
