package org.luminousnix.protocol;

import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// How a plan is to be asked for.
///
/// @param kind which kind of answer approves
/// @param question the question to show
/// @param phrase what has to be typed, for a typed approval
public record Approval(Kind kind, String question, Optional<String> phrase)
{
    public Approval
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(question, "question is null");
        requireNonNull(phrase, "phrase is null");
    }

    /// The kinds of answers that approve.
    public enum Kind
    {
        /// No question: nothing is changed.
        NONE,

        /// A yes; anything else declines.
        YES_NO,

        /// The phrase, typed out.
        TYPED
    }
}
