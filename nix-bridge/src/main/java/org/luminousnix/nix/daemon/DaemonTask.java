package org.luminousnix.nix.daemon;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

import static java.util.Objects.requireNonNull;

/// Work of a daemon that has been begun, on a connection of its own.
public final class DaemonTask<T>
{
    private final DaemonConnection connection;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    private DaemonTask(DaemonConnection connection)
    {
        this.connection = requireNonNull(connection, "connection is null");
    }

    static <T> DaemonTask<T> start(DaemonPool pool, Function<DaemonConnection, T> work)
    {
        DaemonConnection connection = pool.open();
        var task = new DaemonTask<T>(connection);
        Thread.ofVirtual().name("daemon-task").start(() -> {
            try {
                task.outcome.complete(work.apply(connection));
            }
            catch (RuntimeException | Error e) {
                task.outcome.completeExceptionally(e);
            }
            finally {
                pool.close(connection);
            }
        });
        return task;
    }

    /// Waits until the work has ended, and returns what came of it.
    ///
    /// If the waiting thread is interrupted, the work is cancelled, waited for, and the thread's interrupt flag set again.
    ///
    /// @throws org.luminousnix.nix.NixException as of [DaemonConnection]; DAEMON_CANCELLED if it was cancelled
    public T await()
    {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return outcome.get();
                }
                catch (InterruptedException _) {
                    interrupted = true;
                    cancel();
                }
                catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
                }
            }
        }
        finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Hangs up, by which the daemon ends the work. Returns at once.
    public void cancel()
    {
        connection.close();
    }

    /// Returns whether the work has ended, in whatever way.
    public boolean isDone()
    {
        return outcome.isDone();
    }
}
