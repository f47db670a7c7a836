package org.luminousnix.daemon.memory;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import static org.luminousnix.daemon.memory.MemoryException.Code.DAMAGED;
import static org.luminousnix.daemon.memory.MemoryException.Code.DISK_FULL;
import static org.luminousnix.daemon.memory.MemoryException.Code.FAILED;
import static org.luminousnix.daemon.memory.MemoryException.Code.READ_ONLY;
import static org.luminousnix.daemon.memory.MemoryException.Code.UNAVAILABLE;
import static org.luminousnix.daemon.memory.MemoryException.memoryException;

/// Opens connections to a database file, and says what its errors mean.
final class Connections
{
    private static final int BUSY_MILLIS = 5000;
    private static final int FIRST_BYTE = 0xff;
    private static final Set<Integer> DAMAGE = Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

    private Connections()
    {}

    /// Opens a connection that writes ahead: a committed transaction survives the process; with `FULL`, also the machine.
    static Connection writing(Path file) throws SQLException
    {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        // What is removed is overwritten, so that it cannot be read in the file.
        config.setPragma(Pragma.SECURE_DELETE, "true");
        return config.createConnection("jdbc:sqlite:" + file);
    }

    static Connection reading(Path file) throws SQLException
    {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /// Opens a connection to a file that nobody writes and whose directory may be read-only, where there is no log to read.
    static Connection readingWithoutWriter(Path file) throws SQLException
    {
        if (Files.exists(file.resolveSibling(file.getFileName() + "-wal"))) {
            return reading(file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:/") + "?immutable=1");
    }

    /// Returns what SQLite finds wrong with a database; nothing when it is sound.
    static List<String> problems(Path file)
    {
        try (Connection connection = reading(file)) {
            List<String> found = Query.list(connection, row -> row.getString(1), "PRAGMA quick_check(5)");
            return found.equals(List.of("ok")) ? List.of() : found;
        }
        catch (SQLException e) {
            return List.of(e.getMessage());
        }
    }

    static boolean isDamage(SQLException e)
    {
        return DAMAGE.contains(e.getErrorCode() & FIRST_BYTE);
    }

    static MemoryException failure(SQLException e)
    {
        int code = e.getErrorCode() & FIRST_BYTE;
        if (DAMAGE.contains(code)) {
            return memoryException(e, DAMAGED, "the memory is damaged; the next start restores its last backup");
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return memoryException(e, DISK_FULL, "nothing can be remembered: the disk is full");
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
            return memoryException(e, READ_ONLY, "nothing can be remembered: the database can only be read");
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return memoryException(e, UNAVAILABLE, "the memory cannot be opened");
        }
        return memoryException(e, FAILED, "the memory failed: %s", e.getMessage());
    }
}
