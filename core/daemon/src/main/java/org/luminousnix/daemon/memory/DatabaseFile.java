package org.luminousnix.daemon.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The database on disk, from before it is opened: found, checked after a crash, replaced when it is damaged.
///
/// Damaged files are never removed: they are set aside, and it is said where.
final class DatabaseFile
{
    private static final String NAME = "memory.db";
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Path path;
    private final Path opened;
    private final Backups backups;
    private final List<String> statements = new ArrayList<>();

    DatabaseFile(Path directory)
    {
        requireNonNull(directory, "directory is null");
        this.path = directory.resolve(NAME);
        this.opened = directory.resolve(NAME + "-open");
        this.backups = new Backups(directory.resolve("backups"));
    }

    Path path()
    {
        return path;
    }

    Backups backups()
    {
        return backups;
    }

    /// Returns what a person should know of how the database was found.
    List<String> statements()
    {
        return statements;
    }

    /// Makes sure that there is a database that can be written to, as new as this program knows it.
    ///
    /// @return why it can only be read; empty when it can be written
    Optional<String> prepare() throws IOException, SQLException
    {
        PrivateFiles.createDirectory(path.getParent());
        if (!Files.exists(path)) {
            backups.restore(path).ifPresent(taken -> statements
                    .add("The memory was gone. The backup of %s was restored.".formatted(taken.truncatedTo(ChronoUnit.SECONDS))));
        }
        else if (Files.exists(opened)) {
            List<String> problems = Connections.problems(path);
            if (!problems.isEmpty()) {
                replace(problems.getFirst());
            }
        }
        PrivateFiles.createFile(opened);
        try {
            return migrate();
        }
        catch (SQLException e) {
            if (!Connections.isDamage(e)) {
                throw e;
            }
            replace(e.getMessage());
            return migrate();
        }
    }

    /// Remembers that everything was written before the program ended: the next start need not check.
    void closedInOrder() throws IOException
    {
        Files.deleteIfExists(opened);
    }

    private Optional<String> migrate() throws IOException, SQLException
    {
        PrivateFiles.createFile(path);
        try (Connection connection = Connections.writing(path)) {
            Optional<String> objection = Migrations.objection(connection);
            if (objection.isEmpty()) {
                Migrations.migrate(connection, Migrations.newest());
            }
            return objection;
        }
    }

    private void replace(String problem) throws IOException
    {
        Instant now = Instant.now();
        Path aside = path.resolveSibling(NAME + ".damaged-" + now.toEpochMilli());
        for (String part : PARTS) {
            Path file = path.resolveSibling(NAME + part);
            if (Files.exists(file)) {
                Files.move(file, path.resolveSibling(aside.getFileName() + part));
            }
        }
        Optional<Instant> restored = backups.restore(path);
        statements.add("The memory was damaged (%s). It is kept as %s. %s".formatted(problem.strip(), aside, restored
                .map(taken -> "The backup of %s was restored; what came after it is only in that file."
                        .formatted(taken.truncatedTo(ChronoUnit.SECONDS)))
                .orElse("There was no sound backup: the memory begins anew.")));
    }
}
