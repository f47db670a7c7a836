package org.luminousnix.nix.daemon;

import java.time.Duration;

import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// How long a daemon is waited for.
///
/// @param handshake until a new connection is ready
/// @param question until a question about the store is answered
/// @param work until a build, a download, a garbage collection or a verification has ended
public record DaemonTimes(Duration handshake, Duration question, Duration work)
{
    public DaemonTimes
    {
        if (!handshake.isPositive() || !question.isPositive() || !work.isPositive()) {
            throw nixException(INVALID_ARGUMENT, "a time is not positive: %s, %s, %s", handshake, question, work);
        }
    }

    /// Returns ten seconds, a minute, and a day.
    public static DaemonTimes usual()
    {
        return new DaemonTimes(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofDays(1));
    }
}
