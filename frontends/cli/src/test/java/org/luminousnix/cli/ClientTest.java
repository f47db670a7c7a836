package org.luminousnix.cli;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.cli.CommandLineReader.Line;
import org.luminousnix.cli.FakeDaemon.Answer;
import org.luminousnix.protocol.Approval;
import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.ExecutionEvent;
import org.luminousnix.protocol.ExecutionEvent.Kind;
import org.luminousnix.protocol.ExecutionStarted;
import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonReader;
import org.luminousnix.protocol.Mode;
import org.luminousnix.protocol.Outcome;
import org.luminousnix.protocol.PlanView;
import org.luminousnix.protocol.PreviewAnswer;
import org.luminousnix.protocol.Role;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.SessionOpened;
import org.luminousnix.protocol.Software;
import org.luminousnix.protocol.Wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// The flows of a sentence against a daemon that says what it is told to, over a real socket.
@Timeout(20)
class ClientTest
{
    private static final Terminal ASKS = new Terminal(80, false, true, false, false, true);
    private static final Terminal PIPE = new Terminal(80, false, true, false, false, false);

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<List<String>> handedOff = new ArrayList<>();
    private FakeDaemon daemon;

    @BeforeEach
    void start()
    {
        daemon = new FakeDaemon(directory.resolve("daemon.sock"));
        daemon.answer("session.open",
                new SessionOpened("session-1", "sam", Role.OPERATOR, new Software("luminous-nix", "0.1.0"), Mode.LAB));
        daemon.answer("plan.apply", new ExecutionStarted("execution-1"));
    }

    @AfterEach
    void stop()
    {
        daemon.close();
    }

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
    void say_notUnderstood_isExitFour()
    {
        daemon.answer("ask", Samples.without(Outcome.NOT_UNDERSTOOD, "I do not know what to make of that."));

        assertThat(run(ASKS, "", "sing a song")).isEqualTo(ExitCode.NOT_UNDERSTOOD);
        assertThat(written()).isEqualTo("I do not know what to make of that.\n");
    }

    @Test
    void say_clarificationAndNumber_asksOnInTheSameSession()
    {
        daemon.answer("ask", Samples.asking());
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());

        assertThat(run(ASKS, "2\ny\n", "install an editor")).isEqualTo(ExitCode.DONE);
        assertThat(daemon.asked("ask").get(1)).isEqualTo(Json.object().put("text", "emacs").put("session", "session-1").build());
    }

    @Test
    void say_clarificationAndWords_passesThemOn()
    {
        daemon.answer("ask", Samples.asking());
        daemon.answer("ask", Samples.without(Outcome.NOT_UNDERSTOOD, "No."));

        run(ASKS, "the one with modes\n", "install an editor");

        assertThat(daemon.asked("ask").get(1).get("text")).contains(Json.of("the one with modes"));
    }

    @Test
    void say_clarificationAndNothing_declines()
    {
        daemon.answer("ask", Samples.asking());

        assertThat(run(ASKS, "\n", "install an editor")).isEqualTo(ExitCode.DECLINED);
    }

    @Test
    void say_clarificationWithNobodyToAsk_showsItAndIsExitFour()
    {
        daemon.answer("ask", Samples.asking());

        assertThat(run(PIPE, "", "install an editor")).isEqualTo(ExitCode.NOT_UNDERSTOOD);
        assertThat(written()).contains("Which editor do you mean?", "neovim");
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
    void say_connectionLostWhileItRuns_isExitOneAndSaysWhatHappensNext()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());
        daemon.instead("execution.wait", new Answer.HangUp());

        assertThat(run(PIPE, "", "--yes", "install ripgrep")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("The daemon went away", "The next command starts it again");
    }

    @Test
    void say_errorOfTheDaemon_isExitOne()
    {
        daemon.answer("ask", failure(ErrorCode.INTERNAL, "something went wrong (42)"));

        assertThat(run(ASKS, "", "install ripgrep")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).isEqualTo("✗ something went wrong (42)\n");
    }

    @Test
    void say_notAllowed_isExitThree()
    {
        daemon.answer("ask", failure(ErrorCode.NOT_ALLOWED, "you may not"));

        assertThat(run(ASKS, "", "install ripgrep")).isEqualTo(ExitCode.DECLINED);
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

    @Test
    void say_json_writesOneDocumentAndNothingElse()
    {
        plan(Samples.plan(Approval.Kind.YES_NO), Samples.succeeded());

        assertThat(run(PIPE, "", "--json", "--yes", "install ripgrep")).isEqualTo(ExitCode.DONE);
        assertThat(written().lines()).hasSize(1);
        Json document = JsonReader.read(written());
        assertThat(Wire.read(document.get("execution").orElseThrow(), ExecutionView.class)).isEqualTo(Samples.succeeded());
        assertThat(document.get("exitCode")).contains(Json.of(0));
        Golden.check("json-done", written());
    }

    @Test
    void say_jsonAndError_writesItIntoTheDocument()
    {
        daemon.answer("ask", failure(ErrorCode.BUSY, "too much at once"));

        assertThat(run(PIPE, "", "--json", "install ripgrep")).isEqualTo(ExitCode.FAILED);
        assertThat(written()).isEqualTo("{\"error\":{\"code\":-32004,\"message\":\"too much at once\"},\"exitCode\":1}\n");
    }

    @Test
    void rpc_ofAMethod_printsTheResult()
    {
        daemon.answer("daemon.ping", new Software("x", "ä"));

        assertThat(run(PIPE, "", "rpc", "daemon.ping", "{\"a\": 1}")).isEqualTo(ExitCode.DONE);
        assertThat(written()).isEqualTo("{\"name\":\"x\",\"version\":\"ä\"}\n");
        assertThat(daemon.asked("daemon.ping")).containsExactly(Json.object().put("a", 1).build());
    }

    @Test
    void rpc_withoutUnicode_escapesEverythingElse()
    {
        daemon.answer("daemon.ping", new Software("x", "ä"));

        run(new Terminal(80, false, false, false, false, false), "", "rpc", "daemon.ping");

        assertThat(written()).isEqualTo("{\"name\":\"x\",\"version\":\"\\u00e4\"}\n");
    }

    @Test
    void rpc_parametersFromInput_areRead()
    {
        daemon.answer("daemon.ping", new Software("x", "y"));

        run(PIPE, "{\"text\": \"" + "a".repeat(100_000) + "\"}", "rpc", "daemon.ping", "-");

        assertThat(daemon.asked("daemon.ping").getFirst().get("text").flatMap(Json::text).orElseThrow()).hasSize(100_000);
    }

    private void plan(PlanView plan, ExecutionView ending)
    {
        daemon.answer("ask", Samples.planned(plan));
        daemon.answer("plan.preview", new PreviewAnswer(plan, Samples.preview()));
        ExecutionEvent begun = new ExecutionEvent("execution-1", 1, Kind.STARTED, OptionalLong.empty(), OptionalLong.empty(),
                Optional.empty(), Optional.of("Build the system"));
        ExecutionEvent built = new ExecutionEvent("execution-1", 1, Kind.PROGRESS, OptionalLong.of(1), OptionalLong.of(3),
                Optional.of("builds"), Optional.of("ripgrep-14.1.1"));
        daemon.answer("execution.wait", new Answer.Result(List.of(Wire.write(begun), Wire.write(built)), Wire.write(ending)));
    }

    private static Answer failure(ErrorCode code, String message)
    {
        return new Answer.Failure(new RpcException(code, message, Optional.empty()));
    }

    private ExitCode run(Terminal terminal, String input, String... arguments)
    {
        Line line = CommandLineReader.read(arguments);
        Screen screen = Screen.of(terminal, new ByteArrayInputStream(input.getBytes(UTF_8)), new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8), line.options().json());
        Processes processes = new Processes()
        {
            @Override
            int handOff(List<String> command)
            {
                handedOff.add(command);
                return 0;
            }
        };
        DaemonConnector connector = new DaemonConnector(screen, directory.resolve("daemon.sock"), directory, Optional.empty(), processes);
        Client client = new Client(screen, line.options(), Map.of(), connector, processes, _ -> {});
        return Main.guarded(screen, () -> client.run(line.command()));
    }

    private String written()
    {
        return out.toString(UTF_8);
    }
}
