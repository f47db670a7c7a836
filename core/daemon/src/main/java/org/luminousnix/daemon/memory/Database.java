package org.luminousnix.daemon.memory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

import static org.luminousnix.daemon.memory.MemoryException.Code.CLOSED;
import static org.luminousnix.daemon.memory.MemoryException.Code.FAILED;
import static org.luminousnix.daemon.memory.MemoryException.Code.READ_ONLY;
import static org.luminousnix.daemon.memory.MemoryException.Code.UNAVAILABLE;
import static org.luminousnix.daemon.memory.MemoryException.memoryException;

/// The open database: one thread writes, several read at the same time what was committed before.
final class Database implements AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 4;

    private final DatabaseFile file;
    private final Optional<String> objection;
    private final Optional<Connection> writing;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("memory").daemon().factory());
    private final Semaphore reading = new Semaphore(READERS, true);
    private final Queue<Connection> readers = new ConcurrentLinkedQueue<>();
    private volatile boolean damaged;

    private Database(DatabaseFile file, Optional<String> objection, Optional<Connection> writing)
    {
        this.file = file;
        this.objection = objection;
        this.writing = writing;
    }

    static Database open(Path directory)
    {
        DatabaseFile file = new DatabaseFile(directory);
        try {
            if (Files.exists(file.path()) && !(Files.isWritable(directory) && Files.isWritable(file.path()))) {
                return new Database(file, Optional.of("%s cannot be written to by this account: it is only read.".formatted(file.path())),
                        Optional.empty());
            }
            Optional<String> objection = file.prepare();
            Optional<Connection> writing = objection.isPresent() ? Optional.empty() : Optional.of(Connections.writing(file.path()));
            return new Database(file, objection, writing);
        }
        catch (SQLException e) {
            throw Connections.failure(e);
        }
        catch (IOException e) {
            throw memoryException(e, UNAVAILABLE, "the memory in %s cannot be opened: %s", directory, e.getMessage());
        }
    }

    DatabaseFile file()
    {
        return file;
    }

    /// Returns why the database can only be read; empty when it can be written.
    Optional<String> objection()
    {
        return objection;
    }

    /// Writes in one transaction, which survives a crash of the program.
    <T> T write(Work<T> work)
    {
        return submit(work, "NORMAL");
    }

    /// Writes in one transaction, and returns when it would survive the machine losing power.
    <T> T writeThrough(Work<T> work)
    {
        return submit(work, "FULL");
    }

    <T> T read(Work<T> work)
    {
        reading.acquireUninterruptibly();
        Connection connection = null;
        try {
            connection = reader();
            T result = work.with(connection);
            readers.add(connection);
            return result;
        }
        catch (SQLException e) {
            discard(connection);
            throw failure(e);
        }
        finally {
            reading.release();
        }
    }

    /// Copies the database to its backups.
    void backUp()
    {
        read(connection -> {
            try {
                return file.backups().take(connection, Instant.now());
            }
            catch (IOException e) {
                throw memoryException(e, FAILED, "no backup of the memory could be taken: %s", e.getMessage());
            }
        });
    }

    /// Overwrites what was removed: in the database, in its log, and in the backups, which are replaced by one of now.
    void purge()
    {
        Connection connection = writing.orElseThrow(this::readOnly);
        await(enqueue(() -> {
            Query.run(connection, "VACUUM");
            return Query.list(connection, row -> row.getInt(1), "PRAGMA wal_checkpoint(TRUNCATE)");
        }));
        try {
            file.backups().removeAll();
        }
        catch (IOException e) {
            throw memoryException(e, FAILED, "the backups of the memory could not be removed: %s", e.getMessage());
        }
        backUp();
    }

    @Override
    public void close()
    {
        writer.close();
        reading.acquireUninterruptibly(READERS);
        try {
            readers.forEach(Database::discard);
            if (writing.isPresent()) {
                // The last connection to go folds the log into the database.
                writing.get().close();
                if (!damaged) {
                    file.closedInOrder();
                }
            }
        }
        catch (SQLException | IOException e) {
            LOG.warn("The memory was not closed in order, and is checked at the next start: {}", e.getMessage());
        }
    }

    private <T> T submit(Work<T> work, String synchronous)
    {
        Connection connection = writing.orElseThrow(this::readOnly);
        return await(enqueue(() -> transaction(connection, work, synchronous)));
    }

    private <T> Future<T> enqueue(Callable<T> task)
    {
        try {
            return writer.submit(task);
        }
        catch (RejectedExecutionException e) {
            throw memoryException(e, CLOSED, "nothing can be remembered: the daemon is ending");
        }
    }

    private MemoryException readOnly()
    {
        return memoryException(READ_ONLY, "nothing can be remembered: %s", objection.orElse(""));
    }

    /// Waits for the writer. An interrupt does not end the waiting, since the transaction cannot be recalled; it is kept for later.
    private <T> T await(Future<T> result)
    {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                }
                catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        }
        catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure(failure);
            }
            throw memoryException(e.getCause(), FAILED, "the memory failed: %s", e.getCause().getMessage());
        }
        finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T transaction(Connection connection, Work<T> work, String synchronous) throws SQLException
    {
        Query.run(connection, "PRAGMA synchronous = " + synchronous);
        connection.setAutoCommit(false);
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        }
        catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
        finally {
            connection.setAutoCommit(true);
        }
    }

    private Connection reader() throws SQLException
    {
        Connection kept = readers.poll();
        if (kept != null) {
            return kept;
        }
        return writing.isPresent() ? Connections.reading(file.path()) : Connections.readingWithoutWriter(file.path());
    }

    private MemoryException failure(SQLException e)
    {
        damaged |= Connections.isDamage(e);
        return Connections.failure(e);
    }

    private static void discard(Connection connection)
    {
        try {
            if (connection != null) {
                connection.close();
            }
        }
        catch (SQLException e) {
            LOG.debug("A connection to the memory could not be closed: {}", e.getMessage());
        }
    }
}
