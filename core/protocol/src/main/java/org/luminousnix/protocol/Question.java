package org.luminousnix.protocol;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// A question that the daemon has to ask before it can go on; any text may answer it.
///
/// @param text the question
/// @param choices the likeliest answers, best first; empty where any text will do
public record Question(String text, List<String> choices)
{
    public Question
    {
        requireNonNull(text, "text is null");
        choices = List.copyOf(choices);
    }
}
