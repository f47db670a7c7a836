package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.store.StoreDirectory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.DAEMON_CANCELLED;
import static org.luminousnix.nix.NixErrorCode.DAEMON_UNREACHABLE;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// Connections to one daemon that are kept for the next question.
///
/// - At most so many questions are asked at once; a further one waits.
/// - A connection with which anything went wrong is dropped. If it had lain idle and the daemon has hung up since, as after a
///   restart, a question is asked once more on a new one.
/// - Long work gets a connection of its own that is closed afterwards, since a daemon keeps what it touched from being collected as
///   long as the connection lasts.
///
/// Safe for use by several threads.
public final class DaemonPool implements AutoCloseable
{
    private final DaemonEndpoint endpoint;
    private final StoreDirectory directory;
    private final Optional<DaemonSettings> settings;
    private final DaemonTimes times;
    private final Semaphore room;
    private final Deque<DaemonConnection> idle = new ArrayDeque<>();
    private final Set<DaemonConnection> busy = new HashSet<>();
    private boolean closed;

    /// Creates an empty pool.
    ///
    /// @param settings how the daemon is to work; as its own configuration says if empty
    /// @param most how many questions are asked at once
    public DaemonPool(DaemonEndpoint endpoint, StoreDirectory directory, Optional<DaemonSettings> settings, DaemonTimes times, int most)
    {
        this.endpoint = requireNonNull(endpoint, "endpoint is null");
        this.directory = requireNonNull(directory, "directory is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.times = requireNonNull(times, "times is null");
        if (most < 1) {
            throw nixException(INVALID_ARGUMENT, "a pool needs room for a connection, not %d", most);
        }
        this.room = new Semaphore(most);
    }

    /// Returns the store whose daemon this is.
    public StoreDirectory directory()
    {
        return directory;
    }

    /// Asks one question.
    public <Q, R> R ask(WorkerOperation<Q, R> operation, Q request)
    {
        return with(connection -> connection.call(operation, request));
    }

    /// Asks something on a connection that nobody else uses meanwhile. It may be asked twice, so it must change nothing.
    public <T> T with(Function<DaemonConnection, T> question)
    {
        enter();
        try {
            Optional<DaemonConnection> kept = takeIdle();
            if (kept.isPresent()) {
                try {
                    return use(kept.get(), question);
                }
                catch (NixException e) {
                    if (e.code() != DAEMON_UNREACHABLE) {
                        throw e;
                    }
                    closeIdle();
                }
            }
            return use(open(), question);
        }
        finally {
            room.release();
        }
    }

    /// Opens a connection that is the caller's own to close; the pool closes it too when it is closed itself.
    public DaemonConnection open()
    {
        DaemonConnection connection = DaemonConnection.open(endpoint, directory, settings, times);
        synchronized (this) {
            if (!closed) {
                busy.add(connection);
                return connection;
            }
        }
        connection.close();
        throw isClosed();
    }

    /// Closes a connection that was opened here.
    public void close(DaemonConnection connection)
    {
        connection.close();
        synchronized (this) {
            busy.remove(connection);
        }
    }

    /// Closes the connections that are not in use, by which their daemons let go of what they kept from being collected.
    public synchronized void closeIdle()
    {
        idle.forEach(DaemonConnection::close);
        idle.clear();
    }

    /// Closes all connections; what is being asked or done is cancelled.
    @Override
    public synchronized void close()
    {
        closed = true;
        closeIdle();
        busy.forEach(DaemonConnection::close);
        busy.clear();
    }

    private <T> T use(DaemonConnection connection, Function<DaemonConnection, T> question)
    {
        try {
            return question.apply(connection);
        }
        finally {
            giveBack(connection);
        }
    }

    private void enter()
    {
        try {
            room.acquire();
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw nixException(DAEMON_CANCELLED, e, "interrupted while waiting for a connection to the Nix daemon");
        }
    }

    private synchronized Optional<DaemonConnection> takeIdle()
    {
        if (closed) {
            throw isClosed();
        }
        Optional<DaemonConnection> kept = Optional.ofNullable(idle.pollLast());
        kept.ifPresent(busy::add);
        return kept;
    }

    private synchronized void giveBack(DaemonConnection connection)
    {
        busy.remove(connection);
        if (connection.usable() && !closed) {
            idle.addLast(connection);
        }
        else {
            connection.close();
        }
    }

    private static NixException isClosed()
    {
        return nixException(DAEMON_UNREACHABLE, "the connections to the Nix daemon were closed");
    }
}
