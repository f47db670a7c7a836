package org.luminousnix.daemon.memory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What people have set, each for themselves.
public final class Preferences
{
    private final Database database;

    Preferences(Database database)
    {
        this.database = requireNonNull(database, "database is null");
    }

    /// Sets a preference.
    ///
    /// @param value as JSON
    public void set(String person, String name, String value)
    {
        database.write(connection -> Query.update(connection,
                "INSERT INTO user_preferences VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET content = excluded.content, updated = excluded.updated",
                person, name, value, Instant.now()));
    }

    /// Takes a preference away.
    public void remove(String person, String name)
    {
        database.write(connection -> Query.update(connection, "DELETE FROM user_preferences WHERE person = ? AND name = ?", person, name));
    }

    public Optional<String> get(String person, String name)
    {
        return Optional.ofNullable(all(person).get(name));
    }

    /// Returns everything that a person has set, by name.
    public Map<String, String> all(String person)
    {
        return database.read(connection -> {
            Map<String, String> values = new LinkedHashMap<>();
            Query.list(connection, row -> values.put(row.getString("name"), row.getString("content")),
                    "SELECT name, content FROM user_preferences WHERE person = ? ORDER BY name", person);
            return values;
        });
    }

    /// Forgets what a person has set.
    ///
    /// @return how many there were
    public int forget(String person)
    {
        return database.write(connection -> Query.update(connection, "DELETE FROM user_preferences WHERE person = ?", person));
    }
}
