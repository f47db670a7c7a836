package org.luminousnix.daemon.memory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What was said, and what came of it.
public final class Interactions
{
    private final Database database;

    Interactions(Database database)
    {
        this.database = requireNonNull(database, "database is null");
    }

    /// Remembers an interaction.
    public void add(Interaction it)
    {
        database.write(connection -> Query.update(connection,
                "INSERT INTO interactions (id, person, session, at, text, intents, outcome, decision, plan, execution) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                it.id(), it.person(), it.session(), it.at(), it.text(), it.intents(), it.outcome(), it.decision(), it.plan().orElse(null),
                it.execution().orElse(null)));
    }

    /// Notes that the plan of an interaction is carried out.
    public void executed(String plan, String execution)
    {
        database.write(connection -> Query.update(connection, "UPDATE interactions SET execution = ? WHERE plan = ?", execution, plan));
    }

    /// Returns an interaction of a person; those of others are not found.
    public Optional<Interaction> find(String person, String id)
    {
        return database.read(connection -> Query.first(connection, Interactions::read,
                "SELECT * FROM interactions WHERE id = ? AND person = ?", id, person));
    }

    /// Returns the last interaction of a session.
    public Optional<Interaction> last(String session)
    {
        return database.read(connection -> Query.first(connection, Interactions::read,
                "SELECT * FROM interactions WHERE session = ? ORDER BY number DESC LIMIT 1", session));
    }

    /// Lists interactions of a person, newest first.
    ///
    /// @param before the id of the interaction that the first one comes before; empty to begin with the newest
    public List<Interaction> list(String person, int limit, Optional<String> before)
    {
        return database.read(connection -> Query.list(connection, Interactions::read,
                "SELECT * FROM interactions WHERE person = ? AND number < coalesce((SELECT number FROM interactions WHERE id = ?), ?) ORDER BY number DESC LIMIT ?",
                person, before.orElse(null), before.isPresent() ? 0L : Long.MAX_VALUE, limit));
    }

    /// Forgets the interactions of a person.
    ///
    /// @return how many there were
    public int forget(String person)
    {
        return database.write(connection -> Query.update(connection, "DELETE FROM interactions WHERE person = ?", person));
    }

    private static Interaction read(ResultSet row) throws SQLException
    {
        return new Interaction(row.getString("id"), row.getString("person"), row.getString("session"), Query.instant(row, "at"),
                row.getString("text"), row.getString("intents"),
                row.getString("outcome"), row.getString("decision"), Query.text(row, "plan"), Query.text(row, "execution"));
    }
}
