package org.luminousnix.daemon.language;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// The one question that an unclear sentence raises, with its likeliest answers.
public record Clarification(String text, List<String> choices)
{
    public Clarification
    {
        requireNonNull(text, "text is null");
        choices = List.copyOf(choices);
    }
}
