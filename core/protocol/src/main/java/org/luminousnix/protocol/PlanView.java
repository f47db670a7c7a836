package org.luminousnix.protocol;

import java.time.Instant;
import java.util.List;

import static java.util.Objects.requireNonNull;

/// A plan as it is shown: what would be done, never yet approved.
///
/// @param id the name of the plan
/// @param digest what approval is bound to
/// @param title what comes of it, in words
/// @param steps the steps, in order
/// @param risk the highest of the steps
/// @param verdict what the safety gate says
/// @param reasons why
/// @param lab whether a lab is changed and not the machine
/// @param expires from when on it has to be asked anew
/// @param approval how it is to be asked for
public record PlanView(String id, String digest, String title, List<PlanStep> steps, Risk risk, Verdict verdict, List<String> reasons,
        boolean lab, Instant expires, Approval approval)
{
    public PlanView
    {
        requireNonNull(id, "id is null");
        requireNonNull(digest, "digest is null");
        requireNonNull(title, "title is null");
        steps = List.copyOf(steps);
        requireNonNull(risk, "risk is null");
        requireNonNull(verdict, "verdict is null");
        reasons = List.copyOf(reasons);
        requireNonNull(expires, "expires is null");
        requireNonNull(approval, "approval is null");
    }
}
