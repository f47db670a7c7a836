package org.luminousnix.protocol;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/// The answer of `daemon.ping`.
///
/// @param version the version of the daemon
/// @param time the time of the daemon
public record Pong(String version, Instant time)
{
    public Pong
    {
        requireNonNull(version, "version is null");
        requireNonNull(time, "time is null");
    }
}
