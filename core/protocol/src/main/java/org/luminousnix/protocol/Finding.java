package org.luminousnix.protocol;

import static java.util.Objects.requireNonNull;

/// What one probe found.
///
/// @param probe what was looked at
/// @param measured what was found, and how
/// @param verdict what it says
public record Finding(String probe, String measured, FindingVerdict verdict)
{
    public Finding
    {
        requireNonNull(probe, "probe is null");
        requireNonNull(measured, "measured is null");
        requireNonNull(verdict, "verdict is null");
    }
}
