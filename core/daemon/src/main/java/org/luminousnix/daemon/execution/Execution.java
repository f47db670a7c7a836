package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.execution.ExecutionReport.Failure;
import org.luminousnix.daemon.execution.ExecutionReport.Step;
import org.luminousnix.daemon.planning.Plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;

/// An execution under way or over. Safe for use by many threads.
public final class Execution
{
    private final String id;
    private final Plan plan;
    private final StepContext context;
    private final List<Step> steps = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private ExecutionState state = ExecutionState.QUEUED;
    private boolean verified;
    private Optional<Failure> failure = Optional.empty();

    Execution(String id, Plan plan, Consumer<Progress> listener)
    {
        this.id = requireNonNull(id, "id is null");
        this.plan = requireNonNull(plan, "plan is null");
        context = new StepContext(listener);
        plan.draft().actions().forEach(action -> steps.add(pending(action.kind(), action.traits().title())));
        plan.draft().probes().forEach(probe -> steps.add(pending("verify", "Look whether " + probe.title())));
    }

    private static Step pending(String kind, String title)
    {
        return new Step(kind, title, StepState.PENDING, Optional.empty(), OptionalLong.empty());
    }

    public String id()
    {
        return id;
    }

    public Plan plan()
    {
        return plan;
    }

    /// Returns how things stand.
    public synchronized ExecutionReport report()
    {
        return new ExecutionReport(id, plan, state, verified, steps, failure);
    }

    /// Waits until it is over, no longer than a time, and returns how things stand then.
    public ExecutionReport await(Duration longest)
            throws InterruptedException
    {
        // Whether it is over is read off the report.
        boolean _ = over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        return report();
    }

    /// Stops it at the next point where it can be stopped; what was done is taken back where that is possible.
    public void cancel()
    {
        context.cancel();
    }

    StepContext context()
    {
        return context;
    }

    synchronized void running()
    {
        state = ExecutionState.RUNNING;
    }

    synchronized void step(int number, StepState next, Optional<String> note, OptionalLong milliseconds)
    {
        steps.set(number, steps.get(number).became(next, note, milliseconds));
    }

    synchronized void end(ExecutionState last, boolean all, Optional<Failure> wrong)
    {
        steps.replaceAll(
                step -> step.state() == StepState.PENDING ? step.became(StepState.SKIPPED, Optional.empty(), OptionalLong.empty()) : step);
        state = last;
        verified = all;
        failure = wrong;
    }

    /// Wakes those who wait; called when the end is in the journal.
    void settled()
    {
        over.countDown();
    }
}
