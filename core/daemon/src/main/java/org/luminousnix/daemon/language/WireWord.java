package org.luminousnix.daemon.language;

import java.util.Locale;

/// A closed choice whose constants are said as lower-case words in slots: `DRY_RUN` is `dry-run`.
public interface WireWord
{
    /// Returns the constant's Java name.
    String name();

    /// Returns the word in slots.
    default String wireWord()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
