package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.execution.Progress.Kind;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;

/// What a step hands to those after it, hears about cancelling, and tells while it works.
public final class StepContext
{
    private final Consumer<Progress> listener;
    private int step;
    private Optional<Path> built = Optional.empty();
    private Optional<Runnable> interruption = Optional.empty();
    private boolean cancelled;

    public StepContext(Consumer<Progress> listener)
    {
        this.listener = requireNonNull(listener, "listener is null");
    }

    /// Returns the system that an earlier step built.
    public synchronized Optional<Path> built()
    {
        return built;
    }

    /// Hands the system that was built to the later steps.
    public synchronized void built(Path system)
    {
        built = Optional.of(system);
    }

    /// Says what stops the work that is going on; it is called at once where the execution was cancelled before.
    public void onCancel(Runnable stop)
    {
        synchronized (this) {
            interruption = Optional.of(stop);
            if (!cancelled) {
                return;
            }
        }
        stop.run();
    }

    /// Throws a {@link CancellationException} where the execution was cancelled.
    public synchronized void checkCancelled()
    {
        if (cancelled) {
            throw new CancellationException("the execution was cancelled");
        }
    }

    /// Tells a line of the log.
    public void log(String line)
    {
        listener.accept(Progress.of(step, Kind.LOG, line));
    }

    /// Tells how much is done.
    public void progress(long done, long expected, String unit, String text)
    {
        listener.accept(
                new Progress(step, Kind.PROGRESS, OptionalLong.of(done), OptionalLong.of(expected), Optional.of(unit), Optional.of(text)));
    }

    void tell(Kind kind, String text)
    {
        listener.accept(Progress.of(step, kind, text));
    }

    void begin(int number)
    {
        synchronized (this) {
            step = number;
            interruption = Optional.empty();
        }
        checkCancelled();
    }

    void cancel()
    {
        Optional<Runnable> stop;
        synchronized (this) {
            cancelled = true;
            stop = interruption;
        }
        stop.ifPresent(Runnable::run);
    }

    synchronized boolean isCancelled()
    {
        return cancelled;
    }
}
