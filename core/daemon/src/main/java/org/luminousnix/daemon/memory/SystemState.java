package org.luminousnix.daemon.memory;

import java.time.Instant;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What the daemon keeps for itself, by name.
public final class SystemState
{
    private final Database database;

    SystemState(Database database)
    {
        this.database = requireNonNull(database, "database is null");
    }

    /// Sets a value.
    public void set(String name, String value)
    {
        database.write(connection -> Query.update(connection,
                "INSERT INTO system_state VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET content = excluded.content, updated = excluded.updated",
                name, value, Instant.now()));
    }

    public Optional<String> get(String name)
    {
        return database.read(
                connection -> Query.first(connection, row -> row.getString(1), "SELECT content FROM system_state WHERE name = ?", name));
    }

    public void remove(String name)
    {
        database.write(connection -> Query.update(connection, "DELETE FROM system_state WHERE name = ?", name));
    }
}
