package org.luminousnix.nix.daemon;

import org.luminousnix.nix.store.StorePath;

import static java.util.Objects.requireNonNull;

/// Objects that are not collected until this is closed, such as those of a profile that is about to be made.
///
/// Not safe for use by several threads.
public final class TemporaryRoots implements AutoCloseable
{
    private final DaemonPool pool;
    private final DaemonConnection connection;

    TemporaryRoots(DaemonPool pool)
    {
        this.pool = requireNonNull(pool, "pool is null");
        this.connection = pool.open();
    }

    /// Keeps one more object, which need not be there yet.
    public TemporaryRoots add(StorePath path)
    {
        connection.call(WorkerOperations.ADD_TEMP_ROOT, path);
        return this;
    }

    @Override
    public void close()
    {
        pool.close(connection);
    }
}
