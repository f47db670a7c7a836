package org.luminousnix.daemon.facts;

import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// A value of this machine, and how it was measured.
///
/// @param name what is measured, `memory.available`
/// @param title the same in words
/// @param value a `Long`, a `Double`, a `Boolean` or a `String`
/// @param unit what it is counted in: `bytes`, `percent`, `seconds`
/// @param text the value as it is shown
/// @param how the file, the command or the call that it was read from
public record Measured(String name, String title, Object value, Optional<String> unit, String text, String how)
{
    public Measured
    {
        requireNonNull(name, "name is null");
        requireNonNull(title, "title is null");
        requireNonNull(value, "value is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(text, "text is null");
        requireNonNull(how, "how is null");
    }

    static Measured ofBytes(String name, String title, long bytes, String how)
    {
        return new Measured(name, title, bytes, Optional.of("bytes"), Sizes.text(bytes), how);
    }

    static Measured ofCount(String name, String title, long count, String how)
    {
        return new Measured(name, title, count, Optional.empty(), Long.toString(count), how);
    }

    static Measured ofText(String name, String title, String text, String how)
    {
        return new Measured(name, title, text, Optional.empty(), text, how);
    }
}
