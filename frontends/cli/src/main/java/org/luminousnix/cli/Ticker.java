package org.luminousnix.cli;

import java.time.Duration;

import static java.util.Objects.requireNonNull;

/// Runs something over and over on a thread of its own until it is closed; once closed, it is not run again.
final class Ticker implements AutoCloseable
{
    private static final Duration FRAME = Duration.ofMillis(100);

    private final Runnable action;
    private boolean ended;

    /// Begins to run `action` after `silence`.
    Ticker(Duration silence, Runnable action)
    {
        this.action = requireNonNull(action, "action is null");
        Thread thread = new Thread(() -> tick(System.nanoTime() + silence.toNanos()), "ticker");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void tick(long first)
    {
        long next = first;
        try {
            while (!ended) {
                long left = next - System.nanoTime();
                if (left > 0) {
                    wait(left / 1_000_000, (int) (left % 1_000_000));
                }
                else {
                    action.run();
                    next = System.nanoTime() + FRAME.toNanos();
                }
            }
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close()
    {
        ended = true;
        notifyAll();
    }
}
