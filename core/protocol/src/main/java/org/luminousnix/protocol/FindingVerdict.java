package org.luminousnix.protocol;

/// What a measurement says about the trouble.
public enum FindingVerdict
{
    /// As it should be.
    OK,

    /// Not as it should be, and not the cause by itself.
    WARNING,

    /// A cause.
    BAD,

    /// Could not be measured; the finding says why.
    UNKNOWN
}
