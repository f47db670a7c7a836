package org.luminousnix.daemon.rpc;

import java.time.Duration;

import static java.util.Objects.requireNonNull;

/// How much one peer, and all together, may ask of the daemon.
///
/// @param lineBytes how long a line may be, in bytes; a longer one is answered with an error
/// @param connections how many connections there may be at once
/// @param requestsPerSecond how many requests a connection may send a second, on average and at once
/// @param running how many requests of a connection are worked on at once; further ones wait
/// @param outstanding how many requests of a connection may wait or be worked on; further ones are answered with an error
/// @param queuedBytes how many bytes of answers may wait for a connection before it is dropped
/// @param writeTimeout how long a peer may leave what is written to it unread before it is dropped
/// @param linger how long requests may go on after their peer said that it will send no more
public record Limits(int lineBytes, int connections, int requestsPerSecond, int running, int outstanding, int queuedBytes,
        Duration writeTimeout, Duration linger)
{
    public Limits
    {
        checkPositive(lineBytes, "lineBytes");
        checkPositive(connections, "connections");
        checkPositive(requestsPerSecond, "requestsPerSecond");
        checkPositive(running, "running");
        checkPositive(outstanding, "outstanding");
        checkPositive(queuedBytes, "queuedBytes");
        requireNonNull(writeTimeout, "writeTimeout is null");
        requireNonNull(linger, "linger is null");
    }

    /// Returns the limits that hold when nothing else is set.
    public static Limits defaults()
    {
        return new Limits(1 << 20, 1024, 50_000, 64, 4096, 1 << 24, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /// Returns these limits with another length of lines.
    public Limits withLineBytes(int bytes)
    {
        return new Limits(bytes, connections, requestsPerSecond, running, outstanding, queuedBytes, writeTimeout, linger);
    }

    /// Returns these limits with another number of connections.
    public Limits withConnections(int number)
    {
        return new Limits(lineBytes, number, requestsPerSecond, running, outstanding, queuedBytes, writeTimeout, linger);
    }

    private static void checkPositive(int value, String name)
    {
        if (value <= 0) {
            throw new IllegalArgumentException("%s is not positive: %s".formatted(name, value));
        }
    }
}
