package org.luminousnix.daemon.explanation;

import org.luminousnix.daemon.language.Understanding;
import org.luminousnix.daemon.planning.Plan;

import java.time.Instant;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What was made of one request.
///
/// @param reply what was answered
/// @param plan what was proposed; empty where nothing was
public record Decision(String id, Instant at, Understanding understanding, String reply, Optional<Plan> plan)
{
    public Decision
    {
        requireNonNull(id, "id is null");
        requireNonNull(at, "at is null");
        requireNonNull(understanding, "understanding is null");
        requireNonNull(reply, "reply is null");
        requireNonNull(plan, "plan is null");
    }
}
