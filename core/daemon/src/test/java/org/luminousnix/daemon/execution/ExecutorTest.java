package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.execution.Journal.Unfinished;
import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.ActivationMode;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.FileChange;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.planning.Probe;
import org.luminousnix.daemon.planning.Verdict;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutorTest
{
    private static final Plan PLAN = new Plan("p1", "alice", "install ripgrep",
            new Draft("Install ripgrep",
                    List.of(new Action.EditConfiguration(List.of(new FileChange(Path.of("/c.nix"), Optional.of("a"), Optional.of("b"))),
                            "Add ripgrep"),
                            new Action.BuildSystem(), new Action.ActivateSystem(ActivationMode.SWITCH)),
                    List.of(new Probe.PackageInSystem("ripgrep", true, List.of("rg"))), List.of()),
            new Verdict.NeedsApproval(new Verdict.Approval.YesOrNo()), true, Instant.MAX, "digest");
    private static final Prober HOLDS = (_, _) -> new Prober.Finding(true, "seen");

    private final RecordingJournal journal = new RecordingJournal();

    @Test
    void start_everyStepWorksAndProbesHold_succeedsVerified()
            throws InterruptedException
    {
        ScriptedRunner runner = new ScriptedRunner((_, _) -> {});

        ExecutionReport report = end(runner, HOLDS);

        assertThat(report.state()).isEqualTo(ExecutionState.SUCCEEDED);
        assertThat(report.verified()).isTrue();
        assertThat(runner.done).containsExactly("edit-configuration", "build-system", "activate-system");
    }

    @Test
    void start_everyStep_isInTheJournalBeforeAndAfter()
            throws InterruptedException
    {
        end(new ScriptedRunner((_, _) -> {}), HOLDS);

        assertThat(journal.lines).containsExactly("begun e1", "step 0 begun", "step 0 SUCCEEDED", "step 1 begun", "step 1 SUCCEEDED",
                "step 2 begun", "step 2 SUCCEEDED",
                "ended SUCCEEDED");
    }

    @Test
    void start_buildFails_takesTheEditBackAndSaysSo()
            throws InterruptedException
    {
        ScriptedRunner runner = new ScriptedRunner((action, _) -> {
            if (action instanceof Action.BuildSystem) {
                throw new StepFailure("the build of foo failed", List.of("cc: no such file"));
            }
        });

        ExecutionReport report = end(runner, HOLDS);

        assertThat(runner.done).containsExactly("edit-configuration", "restored");
        assertThat(report.state()).isEqualTo(ExecutionState.FAILED);
        assertThat(report.failure().orElseThrow().log()).containsExactly("cc: no such file");
        assertThat(report.failure().orElseThrow().left()).isEqualTo("The configuration is as it was. The running system is unchanged.");
        assertThat(report.steps()).extracting(ExecutionReport.Step::state).containsExactly(StepState.UNDONE, StepState.FAILED,
                StepState.SKIPPED, StepState.SKIPPED);
    }

    @Test
    void start_activationFails_keepsTheEditAndOffersTheWayBack()
            throws InterruptedException
    {
        ScriptedRunner runner = new ScriptedRunner((action, _) -> {
            if (action instanceof Action.ActivateSystem) {
                throw new StepFailure("units failed", List.of());
            }
        });

        ExecutionReport report = end(runner, HOLDS);

        assertThat(runner.done).doesNotContain("restored");
        assertThat(report.failure().orElseThrow().left()).contains("roll back");
    }

    @Test
    void start_aProbeDoesNotHold_isAFailureThoughEveryStepRan()
            throws InterruptedException
    {
        ExecutionReport report = end(new ScriptedRunner((_, _) -> {}), (_, _) -> new Prober.Finding(false, "sw/bin/rg is not there"));

        assertThat(report.state()).isEqualTo(ExecutionState.FAILED);
        assertThat(report.verified()).isFalse();
        assertThat(report.failure().orElseThrow().message()).contains("sw/bin/rg is not there");
    }

    @Test
    void cancel_inTheBuild_stopsItAndTakesTheEditBack()
            throws InterruptedException
    {
        CountDownLatch building = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((action, context) -> {
            if (action instanceof Action.BuildSystem) {
                context.onCancel(stopped::countDown);
                building.countDown();
                awaitQuietly(stopped);
                context.checkCancelled();
            }
        });
        Execution execution = new Executor(journal, runner, HOLDS).start("e1", PLAN, _ -> {});
        awaitQuietly(building);

        execution.cancel();

        assertThat(execution.await(Duration.ofSeconds(10)).state()).isEqualTo(ExecutionState.CANCELLED);
        assertThat(runner.done).containsExactly("edit-configuration", "restored");
    }

    @Test
    void start_twoAtOnce_runsOneAfterTheOther()
            throws InterruptedException
    {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        ScriptedRunner runner = new ScriptedRunner((action, _) -> order.add(action.kind()));
        Executor executor = new Executor(journal, runner, HOLDS);

        Execution first = executor.start("e1", PLAN, _ -> {});
        Execution second = executor.start("e2", PLAN, _ -> {});

        assertThat(first.await(Duration.ofSeconds(10)).verified() && second.await(Duration.ofSeconds(10)).verified()).isTrue();
        assertThat(order).containsExactly("edit-configuration", "build-system", "activate-system", "edit-configuration", "build-system",
                "activate-system");
    }

    @Test
    void settle_killedInTheBuild_takesTheEditBack()
    {
        ScriptedRunner runner = new ScriptedRunner((_, _) -> {});
        journal.left.add(new Unfinished("e1", PLAN, 2, ""));

        List<Recovery.Told> told = new Recovery(journal, runner, HOLDS).settle();

        assertThat(runner.done).containsExactly("restored");
        assertThat(journal.lines).containsExactly("ended FAILED");
        assertThat(told).singleElement().extracting(Recovery.Told::text).asString().contains("\"Install ripgrep\" was interrupted.",
                "The configuration is as it was.");
    }

    @Test
    void settle_killedAfterTheActivation_findsItDone()
    {
        ScriptedRunner runner = new ScriptedRunner((_, _) -> {});
        journal.left.add(new Unfinished("e1", PLAN, 3, "/nix/store/x"));

        new Recovery(journal, runner, HOLDS).settle();

        assertThat(runner.done).isEmpty();
        assertThat(journal.lines).containsExactly("ended SUCCEEDED");
    }

    @Test
    void settle_killedInTheActivation_activatesAgain()
    {
        List<String> looked = new ArrayList<>();
        ScriptedRunner runner = new ScriptedRunner((_, context) -> looked.add(context.built().orElseThrow().toString()));
        journal.left.add(new Unfinished("e1", PLAN, 3, "/nix/store/x"));

        new Recovery(journal, runner, (_, _) -> new Prober.Finding(!looked.isEmpty(), "")).settle();

        assertThat(runner.done).containsExactly("activate-system");
        assertThat(journal.lines).containsExactly("ended SUCCEEDED");
    }

    private ExecutionReport end(ActionRunner runner, Prober prober)
            throws InterruptedException
    {
        return new Executor(journal, runner, prober).start("e1", PLAN, _ -> {}).await(Duration.ofSeconds(10));
    }

    private static void awaitQuietly(CountDownLatch latch)
    {
        try {
            latch.await();
        }
        catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
