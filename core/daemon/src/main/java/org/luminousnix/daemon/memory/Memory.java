package org.luminousnix.daemon.memory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.luminousnix.daemon.memory.MemoryException.Code.FAILED;
import static org.luminousnix.daemon.memory.MemoryException.memoryException;

/// Everything that is remembered, in one directory that nobody else may read.
///
/// Only one program may have a directory open for writing; whoever starts the daemon sees to that. What was written is
/// kept when the program is killed, and what is in the journal of executions also when the machine loses power. May be
/// used by many threads at once; calls wait for the disk. What fails throws [MemoryException].
public final class Memory implements AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final Database database;
    private final Thread backingUp;

    private Memory(Database database, boolean due)
    {
        this.database = database;
        this.backingUp = due
                ? Thread.ofPlatform().name("memory-backup").daemon().start(this::backUpInBackground)
                : Thread.ofPlatform().unstarted(() -> {});
    }

    /// Opens the memory of a state directory, which is created where it is not there.
    ///
    /// A damaged one is set aside and the last backup restored; one of a newer program is only read. [#condition] says so.
    /// Once a day a backup is taken in the background.
    public static Memory open(Path stateDirectory)
    {
        Database database = Database.open(stateDirectory);
        try {
            return new Memory(database, database.objection().isEmpty() && database.file().backups().areDue(Instant.now()));
        }
        catch (IOException e) {
            database.close();
            throw memoryException(e, FAILED, "the backups of the memory cannot be read: %s", e.getMessage());
        }
    }

    /// Returns how the memory was found.
    public Condition condition()
    {
        List<String> statements = new ArrayList<>(database.file().statements());
        database.objection().ifPresent(statements::add);
        return new Condition(database.objection().isEmpty(), statements);
    }

    /// Returns what was said, and what came of it.
    public Interactions interactions()
    {
        return new Interactions(database);
    }

    /// Returns the journal of executions.
    public Executions executions()
    {
        return new Executions(database);
    }

    /// Returns what people have set.
    public Preferences preferences()
    {
        return new Preferences(database);
    }

    /// Returns what was learnt of people.
    public Learnt learnt()
    {
        return new Learnt(database);
    }

    /// Returns what the daemon keeps for itself.
    public SystemState systemState()
    {
        return new SystemState(database);
    }

    /// Takes a backup now; the three newest are kept.
    public void backUp()
    {
        database.backUp();
    }

    /// Forgets a person: interactions, preferences, what was learnt, and executions that are over. The files are
    /// overwritten where they held it, the backups replaced.
    ///
    /// @return how many entries were removed, by kind
    public Map<String, Integer> forget(String person)
    {
        Map<String, Integer> removed = new LinkedHashMap<>();
        removed.put("interactions", interactions().forget(person));
        removed.put("preferences", preferences().forget(person));
        removed.put("learnt", learnt().forget(person));
        removed.put("executions", executions().forget(person));
        database.purge();
        return removed;
    }

    /// Writes everything out and closes the files.
    @Override
    public void close()
    {
        try {
            if (backingUp.isAlive()) {
                backingUp.join();
            }
        }
        catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    private void backUpInBackground()
    {
        try {
            database.backUp();
        }
        catch (MemoryException e) {
            LOG.warn("No backup of the memory was taken: {}", e.getMessage());
        }
    }
}
