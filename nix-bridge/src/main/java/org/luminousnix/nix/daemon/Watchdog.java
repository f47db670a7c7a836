package org.luminousnix.nix.daemon;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import static java.util.Objects.requireNonNull;

/// Closes a transport whose daemon does not answer in time, since a socket channel knows no time limit of its own.
///
/// One virtual thread sleeps until the nearest deadline that it knows of. A deadline that is met costs its setter one volatile
/// write, and the watchdog nothing: it looks again when the met one would have been due.
final class Watchdog implements AutoCloseable
{
    private static final long NEVER = Long.MAX_VALUE;

    private final Runnable bite;
    private final long origin = System.nanoTime();
    private final Thread thread;
    private volatile long deadline = NEVER;
    private volatile long wake = NEVER;
    private volatile boolean bitten;
    private volatile boolean closed;

    Watchdog(Runnable bite)
    {
        this.bite = requireNonNull(bite, "bite is null");
        this.thread = Thread.ofVirtual().name("daemon-watchdog").start(this::watch);
    }

    /// Starts the time; at its end the watchdog bites once.
    void arm(Duration time)
    {
        deadline = now() + time.toNanos();
        if (deadline < wake) {
            LockSupport.unpark(thread);
        }
    }

    /// Ends the time.
    void disarm()
    {
        deadline = NEVER;
    }

    /// Returns whether a time ran out.
    boolean bitten()
    {
        return bitten;
    }

    @Override
    public void close()
    {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void watch()
    {
        while (!closed) {
            // INVARIANT: wake is written before deadline is read, and arm does the reverse, so that one of both sees the other.
            wake = NEVER;
            long due = deadline;
            if (due <= now()) {
                bitten = true;
                bite.run();
                return;
            }
            sleepUntil(due);
        }
    }

    private void sleepUntil(long due)
    {
        if (due == NEVER) {
            LockSupport.park(this);
            return;
        }
        wake = due;
        if (deadline >= due) {
            LockSupport.parkNanos(this, due - now());
        }
    }

    private long now()
    {
        return System.nanoTime() - origin;
    }
}
