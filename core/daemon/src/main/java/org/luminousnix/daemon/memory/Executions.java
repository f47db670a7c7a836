package org.luminousnix.daemon.memory;

import org.luminousnix.daemon.memory.ExecutionEntry.Beginning;
import org.luminousnix.daemon.memory.ExecutionEntry.Ending;
import org.luminousnix.daemon.memory.ExecutionEntry.StepEntry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The journal of executions: every call that writes returns when what it says is on the disk.
public final class Executions
{
    /// The state of a step that began and of which nothing more was written.
    public static final String BEGUN = "begun";

    private final Database database;

    Executions(Database database)
    {
        this.database = requireNonNull(database, "database is null");
    }

    /// Writes that an execution begins.
    public void begin(Beginning it)
    {
        database.writeThrough(connection -> Query.update(connection,
                "INSERT INTO executions (id, person, plan, title, content, begun) VALUES (?, ?, ?, ?, ?, ?)",
                it.id(), it.person(), it.plan(), it.title(), it.content(), it.at()));
    }

    /// Writes that a step begins.
    public void stepStarted(String execution, int step)
    {
        log(execution, step, BEGUN, "");
    }

    /// Writes that a step ended.
    ///
    /// @param state the state in which it ended, in one word
    /// @param note what was done
    public void stepFinished(String execution, int step, String state, String note)
    {
        log(execution, step, state, note);
    }

    /// Writes which system the execution built.
    public void built(String execution, String system)
    {
        database.writeThrough(connection -> Query.update(connection, "UPDATE executions SET built = ? WHERE id = ?", system, execution));
    }

    /// Writes that an execution ended.
    public void finished(String execution, Ending it)
    {
        database.writeThrough(
                connection -> Query.update(connection, "UPDATE executions SET state = ?, verified = ?, report = ?, ended = ? WHERE id = ?",
                        it.state(), it.verified() ? 1 : 0, it.report(), it.at(), execution));
    }

    /// Returns the executions that began and did not end, oldest first.
    public List<ExecutionEntry> unfinished()
    {
        return entries("ended IS NULL ORDER BY number");
    }

    /// Returns an execution.
    public Optional<ExecutionEntry> find(String execution)
    {
        return entries("id = ?", execution).stream().findFirst();
    }

    /// Lists the executions of a person, newest first.
    public List<ExecutionEntry> list(String person, int limit)
    {
        return entries("person = ? ORDER BY number DESC LIMIT ?", person, limit);
    }

    /// Lists the executions of everybody, newest first: the system has one history.
    public List<ExecutionEntry> list(int limit)
    {
        return entries("true ORDER BY number DESC LIMIT ?", limit);
    }

    /// Forgets the executions of a person that are over; one that is not is needed to bring the system in order.
    ///
    /// @return how many there were
    public int forget(String person)
    {
        return database
                .write(connection -> Query.update(connection, "DELETE FROM executions WHERE person = ? AND ended IS NOT NULL", person));
    }

    private void log(String execution, int step, String state, String note)
    {
        database.writeThrough(connection -> Query.update(connection,
                "INSERT INTO execution_log (execution, step, state, note, at) VALUES (?, ?, ?, ?, ?)",
                execution, step, state, note, Instant.now()));
    }

    private List<ExecutionEntry> entries(String condition, Object... values)
    {
        return database.read(connection -> {
            List<ExecutionEntry> entries = new ArrayList<>();
            for (ExecutionEntry entry : Query.list(connection, Executions::read, "SELECT * FROM executions WHERE " + condition, values)) {
                entries.add(
                        new ExecutionEntry(entry.beginning(), entry.built(), entry.ending(), steps(connection, entry.beginning().id())));
            }
            return entries;
        });
    }

    private static List<StepEntry> steps(Connection connection, String execution) throws SQLException
    {
        return Query.list(connection,
                row -> new StepEntry(row.getInt("step"), row.getString("state"), row.getString("note"), Query.instant(row, "at")),
                "SELECT * FROM execution_log WHERE execution = ? ORDER BY number", execution);
    }

    private static ExecutionEntry read(ResultSet row) throws SQLException
    {
        Beginning beginning = new Beginning(row.getString("id"), row.getString("person"), row.getString("plan"), row.getString("title"),
                row.getString("content"), Query.instant(row, "begun"));
        Optional<Ending> ending = row.getObject("ended") == null
                ? Optional.empty()
                : Optional.of(new Ending(row.getString("state"), row.getInt("verified") == 1, row.getString("report"),
                        Query.instant(row, "ended")));
        return new ExecutionEntry(beginning, Query.text(row, "built"), ending, List.of());
    }
}
