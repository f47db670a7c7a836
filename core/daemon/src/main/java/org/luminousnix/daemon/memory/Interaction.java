package org.luminousnix.daemon.memory;

import java.time.Instant;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One request, and what came of it.
///
/// @param id names the decision
/// @param person the account that asked
/// @param session the session in which it was asked
/// @param text what was said
/// @param intents how it was understood, as JSON
/// @param outcome what came of it, in one word
/// @param decision how it was decided, as JSON
/// @param plan the plan that was made
/// @param execution the execution of that plan
public record Interaction(String id, String person, String session, Instant at, String text, String intents, String outcome,
        String decision,
        Optional<String> plan, Optional<String> execution)
{
    public Interaction
    {
        requireNonNull(id, "id is null");
        requireNonNull(person, "person is null");
        requireNonNull(session, "session is null");
        requireNonNull(at, "at is null");
        requireNonNull(text, "text is null");
        requireNonNull(intents, "intents is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(decision, "decision is null");
        requireNonNull(plan, "plan is null");
        requireNonNull(execution, "execution is null");
    }
}
