package org.luminousnix.daemon.language;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// A text without the characters that deceive, and what was found in it.
///
/// @param text what is read from now on
/// @param warnings what was removed, in plain words
/// @param suspects words that mix scripts, such as a Cyrillic letter among Latin ones; they are asked about, never mapped
record CleanText(String text, List<String> warnings, List<String> suspects)
{
    CleanText
    {
        requireNonNull(text, "text is null");
        warnings = List.copyOf(warnings);
        suspects = List.copyOf(suspects);
    }
}
