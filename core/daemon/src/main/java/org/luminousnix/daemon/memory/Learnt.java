package org.luminousnix.daemon.memory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What was learnt of people.
public final class Learnt
{
    private final Database database;

    Learnt(Database database)
    {
        this.database = requireNonNull(database, "database is null");
    }

    /// Remembers a fact, in the place of the one of the same person, kind and name; since when it is known is kept.
    public void put(Fact fact)
    {
        database.write(connection -> Query.update(connection,
                "INSERT INTO learning_data VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET content = excluded.content, weight = excluded.weight, updated = excluded.updated",
                fact.person(), fact.kind(), fact.name(), fact.content(), fact.weight(), fact.since(), Instant.now()));
    }

    /// Returns a fact.
    public Optional<Fact> get(String person, String kind, String name)
    {
        return database.read(connection -> Query.first(connection, Learnt::read,
                "SELECT * FROM learning_data WHERE person = ? AND kind = ? AND name = ?", person, kind, name));
    }

    /// Lists the facts of a kind.
    public List<Fact> list(String person, String kind)
    {
        return database.read(connection -> Query.list(connection, Learnt::read,
                "SELECT * FROM learning_data WHERE person = ? AND kind = ? ORDER BY name", person, kind));
    }

    /// Lists everything that was learnt of a person.
    public List<Fact> list(String person)
    {
        return database.read(connection -> Query.list(connection, Learnt::read,
                "SELECT * FROM learning_data WHERE person = ? ORDER BY kind, name", person));
    }

    /// Forgets a fact.
    public void remove(String person, String kind, String name)
    {
        database.write(connection -> Query.update(connection, "DELETE FROM learning_data WHERE person = ? AND kind = ? AND name = ?",
                person, kind, name));
    }

    /// Forgets everything that was learnt of a person.
    ///
    /// @return how many facts there were
    public int forget(String person)
    {
        return database.write(connection -> Query.update(connection, "DELETE FROM learning_data WHERE person = ?", person));
    }

    private static Fact read(ResultSet row) throws SQLException
    {
        return new Fact(row.getString("person"), row.getString("kind"), row.getString("name"), row.getString("content"),
                row.getDouble("weight"), Query.instant(row, "since"));
    }

    /// Something that was learnt of a person.
    ///
    /// @param kind what kind of thing it is, `alias`
    /// @param content what was learnt, as JSON
    /// @param weight how much speaks for it
    public record Fact(String person, String kind, String name, String content, double weight, Instant since)
    {
        public Fact
        {
            requireNonNull(person, "person is null");
            requireNonNull(kind, "kind is null");
            requireNonNull(name, "name is null");
            requireNonNull(content, "content is null");
            requireNonNull(since, "since is null");
        }
    }
}
