package org.luminousnix.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luminousnix.protocol.Approval;
import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.PlanView;

import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// From a plan to its end, or to none.
@Timeout(20)
class ApprovalTest extends ClientFlow
{
    @Test
    void say_planAndYes_appliesTheDigestAndShowsTheResult()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());

        assertThat(run(ASKS, "y\n", "install ripgrep")).isEqualTo(ExitCode.DONE);
        assertThat(daemon.asked("plan.apply"))
                .containsExactly(Json.object().put("plan", "plan-7").put("digest", "sha256-abc").build());
        assertThat(written()).contains("Do this? [y/N/why] ", "+    ripgrep", "✓ ripgrep is installed", "ask-nix \"undo that\"");
    }

    @Test
    void say_planAndProgress_writesALineForEachStep()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());

        run(PIPE, "", "--yes", "install ripgrep");

        assertThat(written()).contains("[2/3] Build the system\n  1 of 3 builds: ripgrep-14.1.1\n");
    }

    @Test
    void say_planAndNo_appliesNothing()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());

        assertThat(run(ASKS, "n\n", "install ripgrep")).isEqualTo(ExitCode.DECLINED);
        assertThat(daemon.asked("plan.apply")).isEmpty();
        assertThat(written()).endsWith("• Nothing was changed.\n");
    }

    @Test
    void say_planAndEndOfInput_appliesNothing()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());

        assertThat(run(ASKS, "", "install ripgrep")).isEqualTo(ExitCode.DECLINED);
        assertThat(daemon.asked("plan.apply")).isEmpty();
    }

    @Test
    void say_planAndWhy_explainsAndAsksAgain()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());
        daemon.answer("explain.decision", Samples.explanation());

        assertThat(run(ASKS, "why\ny\n", "install ripgrep")).isEqualTo(ExitCode.DONE);
        assertThat(written()).contains("an exact name of the catalogue").containsPattern("(?s)Do this\\?.*Do this\\?");
        assertThat(daemon.asked("explain.decision").getFirst().get("id")).contains(Json.of("decision-1"));
    }

    @Test
    void say_whyWithoutExplanations_showsTheEvidence()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());
        daemon.answer("explain.decision", failure(ErrorCode.METHOD_NOT_FOUND, "no such method"));

        run(ASKS, "why\nn\n", "install ripgrep");

        assertThat(written()).contains("\"ripgrep\" is the package ripgrep 14.1.1");
    }

    @Test
    void say_planWithNobodyToAsk_printsItAndDeclines()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());

        assertThat(run(PIPE, "y\n", "install ripgrep")).isEqualTo(ExitCode.DECLINED);
        assertThat(daemon.asked("plan.apply")).isEmpty();
        assertThat(written()).contains("+    ripgrep", "--yes").doesNotContain("[y/N/why]");
    }

    @Test
    void say_planAndDryRun_appliesNothingAndIsDone()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());

        assertThat(run(ASKS, "y\n", "--dry-run", "--yes", "install ripgrep")).isEqualTo(ExitCode.DONE);
        assertThat(daemon.asked("plan.apply")).isEmpty();
    }

    @Test
    void say_destructivePlanAndYes_isNotEnough()
    {
        plan(Samples.plan(Approval.Kind.TYPED), Samples.succeeded());

        assertThat(run(ASKS, "yes\n", "delete old generations")).isEqualTo(ExitCode.DECLINED);
        assertThat(daemon.asked("plan.apply")).isEmpty();
    }

    @Test
    void say_destructivePlanAndItsPhrase_applies()
    {
        plan(Samples.plan(Approval.Kind.TYPED), Samples.succeeded());

        assertThat(run(ASKS, "generations\n", "delete old generations")).isEqualTo(ExitCode.DONE);
        assertThat(written()).contains("Delete them for good? Type generations to do it, or why: ");
    }

    @Test
    void say_destructivePlanWithYesInAPipe_declinesAndNamesThePhrase()
    {
        plan(Samples.plan(Approval.Kind.TYPED), Samples.succeeded());

        assertThat(run(PIPE, "", "--yes", "delete old generations")).isEqualTo(ExitCode.DECLINED);
        assertThat(written()).contains("--confirm 'generations'");
    }

    @Test
    void say_destructivePlanWithConfirmInAPipe_applies()
    {
        plan(Samples.plan(Approval.Kind.TYPED), Samples.succeeded());

        assertThat(run(PIPE, "", "--yes", "--confirm", "generations", "delete old generations")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void say_refusedPlan_declinesWithTheReason()
    {
        plan(Samples.refusedPlan(), Samples.succeeded());

        assertThat(run(ASKS, "y\n", "--yes", "install ripgrep")).isEqualTo(ExitCode.DECLINED);
        assertThat(daemon.asked("plan.apply")).isEmpty();
        assertThat(written()).contains("Only members of wheel");
    }

    @Test
    void say_executionThatFails_isExitOneAndTellsTheState()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.failed());

        assertThat(run(ASKS, "y\n", "install ripgrep")).isEqualTo(ExitCode.FAILED);
        assertThat(written()).contains("did not work", "Nothing has changed: generation 1 is current");
    }

    @Test
    void say_executionThatIsCancelled_isExit130AndTellsTheState()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.cancelled());

        assertThat(run(ASKS, "y\n", "install ripgrep")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(written()).contains("was cancelled", "Nothing has changed.");
    }

    @Test
    void say_planThatExpired_isExitOneWithTheReason()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());
        daemon.instead("plan.apply", failure(ErrorCode.PLAN_EXPIRED, "the plan expired"));

        assertThat(run(PIPE, "", "--yes", "install ripgrep")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).isEqualTo("✗ the plan expired\n");
    }

    @Test
    void say_handoff_runsInTheTerminalWithoutTheDaemon()
    {
        PlanView plan = Samples.handoffPlan(List.of("nix-shell", "-p", "cowsay"));
        plan(plan, Samples.succeeded());

        assertThat(run(ASKS, "y\n", "try cowsay")).isEqualTo(ExitCode.DONE);
        assertThat(handedOff).containsExactly(List.of("nix-shell", "-p", "cowsay"));
        assertThat(daemon.asked("plan.apply")).isEmpty();
    }

    @Test
    void say_handoffDeclined_runsNothing()
    {
        plan(Samples.handoffPlan(List.of("nix-shell", "-p", "cowsay")), Samples.succeeded());

        run(ASKS, "\n", "try cowsay");

        assertThat(handedOff).isEmpty();
    }
}
