package org.luminousnix.daemon.rpc;

import java.util.function.LongSupplier;

import static java.util.Objects.requireNonNull;

/// Lets so many through a second: a bucket that fills evenly and holds one second's worth.
final class RateLimit
{
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private double left;
    private long last;

    /// @param nanoTime the clock, as [System#nanoTime]
    RateLimit(int perSecond, LongSupplier nanoTime)
    {
        this.perSecond = perSecond;
        this.nanoTime = requireNonNull(nanoTime, "nanoTime is null");
        this.left = perSecond;
        this.last = nanoTime.getAsLong();
    }

    /// Returns whether so many more may pass now, and counts them if so.
    synchronized boolean pass(int count)
    {
        long now = nanoTime.getAsLong();
        left = Math.min(perSecond, left + (now - last) * perSecond / NANOS);
        last = now;
        if (left < count) {
            return false;
        }
        left -= count;
        return true;
    }
}
