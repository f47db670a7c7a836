package org.luminousnix.daemon.safety;

import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.Verdict;
import org.luminousnix.daemon.planning.Verdict.Approval;

import java.util.List;
import java.util.Optional;

/// Judges every draft, whoever made it: first the rules that nothing loosens, then the question that is asked.
public final class SafetyGate
{
    private final List<Rule> rules;

    /// Judges by the given rules, all of which are heard.
    public SafetyGate(List<Rule> rules)
    {
        this.rules = List.copyOf(rules);
    }

    /// Returns what may become of the draft when a person of the role asks for it.
    public Verdict judge(Draft draft, Role role)
    {
        List<String> objections = rules.stream().map(rule -> rule.objection(draft, role)).flatMap(Optional::stream).toList();
        return objections.isEmpty() ? new Verdict.NeedsApproval(approval(draft)) : new Verdict.Refused(objections);
    }

    private static Approval approval(Draft draft)
    {
        return switch (draft.risk()) {
            case READ_ONLY, REVERSIBLE, DISRUPTIVE -> new Approval.YesOrNo();
            case DESTRUCTIVE -> new Approval.TypeWord(destroyed(draft));
        };
    }

    private static String destroyed(Draft draft)
    {
        return draft.actions().stream().anyMatch(Action.DeleteGenerations.class::isInstance) ? "delete" : "collect";
    }
}
