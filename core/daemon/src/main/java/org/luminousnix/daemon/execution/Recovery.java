package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.execution.ExecutionReport.Failure;
import org.luminousnix.daemon.execution.ExecutionReport.Step;
import org.luminousnix.daemon.execution.Journal.Unfinished;
import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Action.EditConfiguration;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.Probe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// Looks, at the start, at what a daemon that was killed had begun, and brings each into the old state or the new one.
///
/// Before the activation had begun, edits are taken back: the old state. Afterwards the probes decide: if they hold, it was done; if
/// not, the activation, which can be repeated, is run again.
public final class Recovery
{
    private final Journal journal;
    private final ActionRunner runner;
    private final Prober prober;

    public Recovery(Journal journal, ActionRunner runner, Prober prober)
    {
        this.journal = requireNonNull(journal, "journal is null");
        this.runner = requireNonNull(runner, "runner is null");
        this.prober = requireNonNull(prober, "prober is null");
    }

    /// Settles everything that is unfinished, and says of each what was found and done.
    public List<Told> settle()
    {
        List<Told> told = new ArrayList<>();
        for (Unfinished unfinished : journal.unfinished()) {
            ExecutionReport report = settle(unfinished);
            journal.ended(report);
            told.add(new Told(unfinished.plan().owner(), "\"%s\" was interrupted. %s".formatted(unfinished.plan().draft().title(),
                    report.failure().map(failure -> failure.message() + " " + failure.left())
                            .orElse("It had been done all the same, and was verified now."))));
        }
        return told;
    }

    private ExecutionReport settle(Unfinished unfinished)
    {
        Draft draft = unfinished.plan().draft();
        List<Action> begun = draft.actions().subList(0, Math.min(unfinished.begun(), draft.actions().size()));
        StepContext context = new StepContext(_ -> {});
        if (!unfinished.built().isEmpty()) {
            context.built(Path.of(unfinished.built()));
        }
        if (begun.stream().noneMatch(Executor::activates)) {
            return takenBack(unfinished, begun);
        }
        if (!holds(draft, context)) {
            repeat(begun, context);
        }
        return holds(draft, context)
                ? over(unfinished, ExecutionState.SUCCEEDED, Optional.empty())
                : over(unfinished, ExecutionState.FAILED,
                        Optional.of(new Failure("The daemon ended while the system was activated, and activating it again did not help.",
                                "\"status\" shows which system runs; \"roll back\" brings the former one back.", List.of())));
    }

    private void repeat(List<Action> begun, StepContext context)
    {
        try {
            runner.run(begun.getLast(), context);
        }
        catch (StepFailure e) {
            context.log(e.getMessage());
        }
    }

    private ExecutionReport takenBack(Unfinished unfinished, List<Action> begun)
    {
        List<String> done = begun.reversed().stream().filter(EditConfiguration.class::isInstance).map(EditConfiguration.class::cast)
                .map(runner::restore).toList();
        String left = (done.isEmpty() ? "Nothing had been changed." : String.join(" ", done)) + " The running system is unchanged.";
        return over(unfinished, ExecutionState.FAILED,
                Optional.of(new Failure("The daemon ended before the activation.", left, List.of())));
    }

    private boolean holds(Draft draft, StepContext context)
    {
        for (Probe probe : draft.probes()) {
            if (!prober.look(probe, context).holds()) {
                return false;
            }
        }
        return true;
    }

    private static ExecutionReport over(Unfinished unfinished, ExecutionState state, Optional<Failure> failure)
    {
        StepState each = state == ExecutionState.SUCCEEDED ? StepState.SUCCEEDED : StepState.SKIPPED;
        List<Step> steps = unfinished.plan().draft().actions().stream()
                .map(action -> new Step(action.kind(), action.traits().title(), each, Optional.empty(), OptionalLong.empty())).toList();
        return new ExecutionReport(unfinished.execution(), unfinished.plan(), state, state == ExecutionState.SUCCEEDED, steps, failure);
    }

    /// What one person has to be told.
    public record Told(String owner, String text)
    {
        public Told
        {
            requireNonNull(owner, "owner is null");
            requireNonNull(text, "text is null");
        }
    }
}
