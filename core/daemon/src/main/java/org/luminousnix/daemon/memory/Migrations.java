package org.luminousnix.daemon.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The versions of the schema: SQL files that are run once each, in order. A file that was published is never changed.
final class Migrations
{
    private static final List<String> FILES = List.of("001-first.sql", "002-lookups.sql");

    private Migrations()
    {}

    /// Returns the version that this program knows.
    static int newest()
    {
        return FILES.size();
    }

    /// Returns the version of a database; 0 of an empty one.
    static int version(Connection connection) throws SQLException
    {
        return Query.first(connection, row -> row.getInt(1), "PRAGMA user_version").orElse(0);
    }

    /// Returns why a database must not be written to by this program; empty when it may.
    static Optional<String> objection(Connection connection) throws SQLException
    {
        int version = version(connection);
        if (version > newest()) {
            return Optional.of(
                    "The memory has version %d, and this program knows %d: it was written by a newer Luminous Nix. It is only read; use the newer program to change it."
                            .formatted(version, newest()));
        }
        for (Applied applied : applied(connection, version)) {
            if (!applied.checksum().equals(checksum(sql(applied.version())))) {
                return Optional.of(
                        "Version %d of the memory's schema is not the one that this program knows: it was written by another Luminous Nix. It is only read."
                                .formatted(applied.version()));
            }
        }
        return Optional.empty();
    }

    /// Brings a database to a version; each step is one transaction.
    static void migrate(Connection connection, int target) throws SQLException
    {
        for (int next = version(connection) + 1; next <= target; next++) {
            apply(connection, next);
        }
    }

    private static void apply(Connection connection, int version) throws SQLException
    {
        String sql = sql(version);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied INTEGER NOT NULL) STRICT");
            for (String part : parts(sql)) {
                statement.execute(part);
            }
            Query.update(connection, "INSERT INTO migrations VALUES (?, ?, ?, ?)", version, FILES.get(version - 1), checksum(sql),
                    Instant.now());
            statement.execute("PRAGMA user_version = " + version);
            connection.commit();
        }
        catch (SQLException e) {
            connection.rollback();
            throw e;
        }
        finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<Applied> applied(Connection connection, int version) throws SQLException
    {
        if (version == 0) {
            return List.of();
        }
        return Query.list(connection, row -> new Applied(row.getInt("version"), row.getString("checksum")),
                "SELECT version, checksum FROM migrations ORDER BY version");
    }

    // Our files have no semicolon within a statement.
    private static List<String> parts(String sql)
    {
        List<String> parts = new ArrayList<>();
        for (String part : sql.split(";")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static String sql(int version)
    {
        String file = FILES.get(version - 1);
        try (InputStream stream = Migrations.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its file " + file);
            }
            return new String(stream.readAllBytes(), UTF_8);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(String sql)
    {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sql.getBytes(UTF_8)));
        }
        catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record Applied(int version, String checksum)
    {}
}
