package org.luminousnix.daemon.language;

import static java.util.Objects.requireNonNull;

/// One reason for a reading of a sentence.
///
/// @param kind `word`, `phrase`, `command`, `name`, `context` or `runner-up`
/// @param text what was matched; for a runner-up, the other intent's name
/// @param weight how much it counts: the pull of a word, the probability of a runner-up
public record Evidence(String kind, String text, double weight)
{
    public Evidence
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(text, "text is null");
    }
}
