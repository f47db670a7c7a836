package org.luminousnix.daemon.app;

import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.planning.Verdict;
import org.luminousnix.daemon.safety.Plans;
import org.luminousnix.daemon.safety.Role;
import org.luminousnix.daemon.safety.SafetyGate;

import static java.util.Objects.requireNonNull;

/// Makes plans of drafts: each is judged before anybody sees it.
///
/// @param lab whether plans are carried out in a lab
record Proposals(SafetyGate gate, Plans plans, boolean lab)
{
    Proposals
    {
        requireNonNull(gate, "gate is null");
        requireNonNull(plans, "plans is null");
    }

    Plan propose(String user, Role role, String request, Draft draft)
    {
        Verdict verdict = gate.judge(draft, role);
        return plans.add(user, request, draft, verdict, lab);
    }
}
