package org.luminousnix.daemon.diagnosis;

import static java.util.Objects.requireNonNull;

/// One line of what Nix printed, without colours and prefixes.
///
/// @param text the line as a person would read it
/// @param grams what match is made of, to pass over quickly what cannot be in it
/// @param match the line in lower case, with every quotation mark the same, for matching
record LogLine(String text, String match, Grams grams, Role role)
{
    /// What a line is to the message.
    enum Role
    {
        ERROR, WARNING, PLAIN,
        /// A line of a builder's own log.
        LOG,
        /// A step of the trace, `… while evaluating …`, and its `at file:1:2:`.
        TRACE,
        /// A line of source code that is shown.
        EXCERPT,
    }

    LogLine
    {
        requireNonNull(text, "text is null");
        requireNonNull(match, "match is null");
        requireNonNull(grams, "grams is null");
        requireNonNull(role, "role is null");
    }
}
