package org.luminousnix.protocol;

/// How well something works.
public enum HealthStatus
{
    /// As it should.
    OK,

    /// With something missing, which the text names.
    DEGRADED,

    /// Not at all.
    FAILING
}
