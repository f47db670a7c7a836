package org.luminousnix.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luminousnix.cli.FakeDaemon.Answer;
import org.luminousnix.protocol.Approval;
import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonReader;
import org.luminousnix.protocol.Outcome;
import org.luminousnix.protocol.Software;
import org.luminousnix.protocol.Wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Answers, questions, errors and single calls.
@Timeout(20)
class ClientTest extends ClientFlow
{
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
}
