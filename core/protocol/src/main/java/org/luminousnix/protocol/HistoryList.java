package org.luminousnix.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `history.list`.
///
/// @param entries what was asked and done, newest first
public record HistoryList(List<Entry> entries)
{
    public HistoryList
    {
        entries = List.copyOf(entries);
    }

    /// One request, and what came of it.
    ///
    /// @param id the id of the decision
    /// @param at when it was asked
    /// @param text what was said
    /// @param intents how it was understood
    /// @param plan the plan that was made
    /// @param execution the execution of that plan
    /// @param state what came of it
    /// @param undoable whether it can be taken back
    public record Entry(String id, Instant at, String text, List<String> intents, Optional<String> plan, Optional<String> execution,
            Optional<ExecutionState> state, boolean undoable)
    {
        public Entry
        {
            requireNonNull(id, "id is null");
            requireNonNull(at, "at is null");
            requireNonNull(text, "text is null");
            intents = List.copyOf(intents);
            requireNonNull(plan, "plan is null");
            requireNonNull(execution, "execution is null");
            requireNonNull(state, "state is null");
        }
    }
}
