package org.luminousnix.protocol;

import static java.util.Objects.requireNonNull;

/// The answer of `plan.preview`.
///
/// @param plan the plan
/// @param preview what it would do
public record PreviewAnswer(PlanView plan, PlanPreview preview)
{
    public PreviewAnswer
    {
        requireNonNull(plan, "plan is null");
        requireNonNull(preview, "preview is null");
    }
}
