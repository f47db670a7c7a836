package org.luminousnix.protocol;

import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// A value of this machine, and how it was measured.
///
/// @param name what is measured, `disk.free`
/// @param title the same in words
/// @param value the value
/// @param unit what it is counted in: `bytes`, `percent`, `seconds`
/// @param text the value as it is shown
/// @param measured how it was measured: the file, the command or the call
public record Measurement(String name, String title, Json value, Optional<String> unit, String text, String measured)
{
    public Measurement
    {
        requireNonNull(name, "name is null");
        requireNonNull(title, "title is null");
        requireNonNull(value, "value is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(text, "text is null");
        requireNonNull(measured, "measured is null");
    }
}
