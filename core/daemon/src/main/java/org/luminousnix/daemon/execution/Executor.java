package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.execution.ExecutionReport.Failure;
import org.luminousnix.daemon.execution.Progress.Kind;
import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Action.EditConfiguration;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.planning.Probe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/// Carries out plans, one change of the system at a time, in the order in which they were approved.
///
/// - A step is in the journal before it begins and after it ends.
/// - Edits are taken back when a later step fails or is cancelled before the activation has begun; after that the system and the
///   configuration belong together, and the report says how things stand.
/// - It succeeds only when every probe was looked at and holds.
public final class Executor
{
    private static final Logger LOG = LoggerFactory.getLogger(Executor.class);

    private final Journal journal;
    private final ActionRunner runner;
    private final Prober prober;
    private final ReentrantLock system = new ReentrantLock(true);

    public Executor(Journal journal, ActionRunner runner, Prober prober)
    {
        this.journal = requireNonNull(journal, "journal is null");
        this.runner = requireNonNull(runner, "runner is null");
        this.prober = requireNonNull(prober, "prober is null");
    }

    /// Begins a plan that its owner approved; its progress is heard on another thread.
    public Execution start(String id, Plan plan, Consumer<Progress> listener)
    {
        Execution execution = new Execution(id, plan, listener);
        journal.begun(id, plan);
        Thread.ofVirtual().name("execution-" + id).start(() -> carryOut(execution));
        return execution;
    }

    private void carryOut(Execution execution)
    {
        if (system.isLocked()) {
            execution.context().log("Another change of the system is under way; this one waits for it to end.");
        }
        system.lock();
        try {
            execution.running();
            runSteps(execution);
        }
        catch (RuntimeException e) {
            LOG.error("execution {} ended by a fault of our own", execution.id(), e);
            execution.end(ExecutionState.FAILED, false, Optional.of(new Failure("The assistant itself failed: " + e.getMessage(),
                    "What was done so far stays; ask for the status to see how things are.", List.of())));
        }
        finally {
            system.unlock();
            settle(execution);
        }
    }

    private void settle(Execution execution)
    {
        try {
            journal.ended(execution.report());
        }
        catch (RuntimeException e) {
            LOG.error("the end of execution {} is not in the journal; the next start looks at it again", execution.id(), e);
        }
        finally {
            execution.settled();
        }
    }

    private void runSteps(Execution execution)
    {
        List<Action> actions = execution.plan().draft().actions();
        for (int step = 0; step < actions.size(); step++) {
            Action action = actions.get(step);
            try {
                attempt(execution, step, action.traits().title(), () -> runner.run(action, execution.context()));
            }
            catch (CancellationException e) {
                stop(execution, step, ExecutionState.CANCELLED,
                        new StepFailure("It was cancelled: " + action.traits().title() + ".", List.of()));
                return;
            }
            catch (StepFailure failure) {
                stop(execution, step, ExecutionState.FAILED, failure);
                return;
            }
        }
        verify(execution, actions.size());
    }

    private void attempt(Execution execution, int step, String title, Supplier<String> work)
    {
        execution.context().begin(step);
        journal.stepBegun(execution.id(), step);
        execution.step(step, StepState.RUNNING, Optional.empty(), OptionalLong.empty());
        execution.context().tell(Kind.STARTED, title);
        long began = System.nanoTime();
        String note = work.get();
        execution.context().built().ifPresent(built -> journal.built(execution.id(), built.toString()));
        journal.stepEnded(execution.id(), step, StepState.SUCCEEDED, note);
        execution.step(step, StepState.SUCCEEDED, Optional.of(note), OptionalLong.of((System.nanoTime() - began) / 1_000_000));
        execution.context().tell(Kind.FINISHED, note);
    }

    private void stop(Execution execution, int step, ExecutionState state, StepFailure failure)
    {
        StepState ending = state == ExecutionState.CANCELLED ? StepState.CANCELLED : StepState.FAILED;
        journal.stepEnded(execution.id(), step, ending, failure.getMessage());
        execution.step(step, ending, Optional.of(failure.getMessage()), OptionalLong.empty());
        execution.context().tell(Kind.FAILED, failure.getMessage());
        String left = takeBack(execution, step);
        execution.end(state, false, Optional.of(new Failure(failure.getMessage(), left, failure.log())));
    }

    /// Takes edits back where the activation has not begun, and says what state things are in.
    private String takeBack(Execution execution, int stopped)
    {
        List<Action> begun = execution.plan().draft().actions().subList(0, stopped + 1);
        if (begun.stream().anyMatch(Executor::activates)) {
            return "The activation had begun. The configuration stays as it was edited; \"status\" shows which system runs, and \"roll back\" brings the former one back.";
        }
        List<String> done = new ArrayList<>();
        for (int step = stopped; step >= 0; step--) {
            if (begun.get(step) instanceof EditConfiguration edit) {
                done.add(runner.restore(edit));
                execution.step(step, StepState.UNDONE, Optional.of(done.getLast()), OptionalLong.empty());
                journal.stepEnded(execution.id(), step, StepState.UNDONE, done.getLast());
            }
        }
        done.add("The running system is unchanged.");
        return String.join(" ", done);
    }

    static boolean activates(Action action)
    {
        return action instanceof Action.ActivateSystem || action instanceof Action.RollbackSystem;
    }

    private void verify(Execution execution, int first)
    {
        List<Probe> probes = execution.plan().draft().probes();
        List<String> wrong = new ArrayList<>();
        for (int index = 0; index < probes.size(); index++) {
            Probe probe = probes.get(index);
            Prober.Finding finding = prober.look(probe, execution.context());
            execution.step(first + index, finding.holds() ? StepState.SUCCEEDED : StepState.FAILED, Optional.of(finding.measured()),
                    OptionalLong.empty());
            if (!finding.holds()) {
                wrong.add(probe.title() + ": " + finding.measured());
            }
        }
        if (wrong.isEmpty()) {
            execution.end(ExecutionState.SUCCEEDED, true, Optional.empty());
        }
        else {
            execution.end(ExecutionState.FAILED, false,
                    Optional.of(new Failure("Every step ran, and the result is not as planned: " + String.join("; ", wrong),
                            "The steps stay done; \"undo that\" takes them back.", List.of())));
        }
    }
}
