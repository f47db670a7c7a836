package org.luminousnix.daemon.memory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// The copies of the database that are kept beside it: a few, the oldest is replaced. Each is a whole, sound database.
final class Backups
{
    private static final int KEPT = 3;
    private static final Duration EVERY = Duration.ofDays(1);
    private static final String PREFIX = "memory-";
    private static final String SUFFIX = ".db";

    private final Path directory;

    Backups(Path directory)
    {
        this.directory = requireNonNull(directory, "directory is null");
    }

    /// Returns whether the newest copy is a day old, or there is none.
    boolean areDue(Instant now) throws IOException
    {
        List<Path> copies = newestFirst();
        return copies.isEmpty() || taken(copies.getFirst()).plus(EVERY).isBefore(now);
    }

    /// Copies the database as it is now; others may read and write meanwhile.
    synchronized Path take(Connection connection, Instant now) throws SQLException, IOException
    {
        PrivateFiles.createDirectory(directory);
        Path unready = directory.resolve("unready");
        Files.deleteIfExists(unready);
        PrivateFiles.createFile(unready);
        // SQLite writes into a file that is there and empty.
        Query.update(connection, "VACUUM INTO ?", unready.toString());
        try (FileChannel channel = FileChannel.open(unready, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path copy = Files.move(unready, directory.resolve(PREFIX + now.toEpochMilli() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        for (Path old : newestFirst().stream().skip(KEPT).toList()) {
            Files.delete(old);
        }
        return copy;
    }

    /// Puts the newest sound copy in the place of the database.
    ///
    /// @return when it was taken; empty where there is none
    Optional<Instant> restore(Path database) throws IOException
    {
        for (Path copy : newestFirst()) {
            if (Connections.problems(copy).isEmpty()) {
                Path unready = database.resolveSibling(database.getFileName() + ".restored");
                Files.copy(copy, unready, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Files.move(unready, database, StandardCopyOption.ATOMIC_MOVE);
                return Optional.of(taken(copy));
            }
        }
        return Optional.empty();
    }

    synchronized void removeAll() throws IOException
    {
        for (Path copy : newestFirst()) {
            Files.delete(copy);
        }
    }

    private List<Path> newestFirst() throws IOException
    {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + "\\d+" + SUFFIX))
                    .sorted(Comparator.comparing(Backups::taken).reversed())
                    .toList();
        }
    }

    private static Instant taken(Path copy)
    {
        String name = copy.getFileName().toString();
        return Instant.ofEpochMilli(Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length())));
    }
}
