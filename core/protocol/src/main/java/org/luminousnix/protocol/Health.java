package org.luminousnix.protocol;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// The answer of `daemon.health`.
///
/// @param status the worst of the checks
/// @param checks what was checked
public record Health(HealthStatus status, List<Check> checks)
{
    public Health
    {
        requireNonNull(status, "status is null");
        checks = List.copyOf(checks);
    }

    /// One part of the daemon.
    ///
    /// @param name the part, `memory`
    /// @param status how well it works
    /// @param text what is missing and how to get it; or what is there
    public record Check(String name, HealthStatus status, String text)
    {
        public Check
        {
            requireNonNull(name, "name is null");
            requireNonNull(status, "status is null");
            requireNonNull(text, "text is null");
        }
    }
}
