package org.luminousnix.protocol;

import static java.util.Objects.requireNonNull;

/// The answer of `plan.get` and of `execution.undo`.
///
/// @param plan the plan
public record PlanAnswer(PlanView plan)
{
    public PlanAnswer
    {
        requireNonNull(plan, "plan is null");
    }
}
