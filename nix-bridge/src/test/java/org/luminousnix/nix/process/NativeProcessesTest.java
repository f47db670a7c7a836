package org.luminousnix.nix.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.process.Completed.Ending;
import org.luminousnix.nix.sandbox.Guard;
import org.luminousnix.nix.sandbox.Sandbox;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

@Timeout(60)
class NativeProcessesTest
{
    private final NativeProcesses processes = NativeProcesses.ofMachine();

    @Test
    void run_withShellCharactersInAnArgument_passesThemUnread()
    {
        var completed = processes.run(Command.of("printf", "%s|", "a b", "$(id)", "; rm -rf x", "*", "'\"", ""));

        assertThat(completed.output().text()).isEqualTo("a b|$(id)|; rm -rf x|*|'\"||");
    }

    @Test
    void run_withEnvironment_passesThatAndTheFewAllowedOnly()
    {
        var completed = processes.run(Command.of("env").withEnvironment(Map.of("GIVEN", "1")));

        List<String> names = completed.output().text().lines().map(line -> line.substring(0, line.indexOf('='))).toList();
        assertThat(names).contains("GIVEN", "PATH").isSubsetOf("GIVEN", "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL",
                "LOCALE_ARCHIVE", "TZ",
                "TZDIR", "SSL_CERT_FILE", "NIX_SSL_CERT_FILE", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS");
    }

    @Test
    void run_ofAProgramThatFails_tellsCodeAndWhatItSaid()
    {
        var completed = processes.run(Command.of("sh", "-c", "echo no luck >&2; exit 7"));

        assertThat(completed.exitCode()).isEqualTo(7);
        assertThatThrownBy(completed::orThrow).hasMessage("sh ended with code 7: no luck");
    }

    @Test
    void start_ofAMissingProgram_saysSo()
    {
        assertThatThrownBy(() -> processes.run(Command.of("no-such-program")))
                .isInstanceOfSatisfying(NixException.class, e -> assertThat(e.code()).isEqualTo(NixErrorCode.PROCESS_MISSING));
    }

    @Test
    void start_ofARelativePath_isRefused()
    {
        assertThatThrownBy(() -> processes.run(Command.of("./true"))).hasMessageContaining("no program './true'");
    }

    @Test
    void run_withInput_feedsAllOfIt()
    {
        var text = "x".repeat(300_000);

        assertThat(processes.run(Command.of("wc", "-c").withInput(Input.text(text))).output().text().strip()).isEqualTo("300000");
    }

    @Test
    void run_ofAProgramThatIgnoresItsInput_ends()
    {
        assertThat(processes.run(Command.of("true").withInput(Input.text("x".repeat(300_000)))).succeeded()).isTrue();
    }

    @Test
    void run_beyondItsTime_isEndedWithItsChildren(@TempDir Path directory) throws Exception
    {
        var command = Command.of("sh", "-c", "sleep 600 & echo $! > pid; wait").in(directory).within(Duration.ofMillis(500));

        var completed = processes.run(command);

        assertThat(completed.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(completed.duration()).isLessThan(Duration.ofSeconds(10));
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(directory.resolve("pid")).strip()))).isEmpty();
        assertThatThrownBy(completed::orThrow).hasMessageContaining("was ended after");
    }

    @Test
    void run_withMoreOutputThanKept_keepsHeadAndTailAndCounts()
    {
        var command = Command.of("sh", "-c", "seq 1 100000").within(Limits.of(Duration.ofSeconds(30)).keeping(6, 7));

        var output = processes.run(command).output();

        assertThat(output.total()).isEqualTo(588_895);
        assertThat(output.excerpt()).startsWith("1\n2\n3\n\n[… 588882 bytes left out …]").endsWith("100000\n");
        assertThatThrownBy(output::text).isInstanceOf(NixException.class).hasMessageContaining("588882 were not kept");
    }

    @Test
    void start_withListener_hearsLinesOfBothStreams()
    {
        var heard = new CopyOnWriteArrayList<String>();

        processes.start(Command.of("sh", "-c", "echo a; printf 'b\\r\\nc' >&2"), (stream, line) -> heard.add(stream + ":" + line)).await();

        assertThat(heard).containsExactlyInAnyOrder("OUTPUT:a", "ERROR:b", "ERROR:c");
    }

    @Test
    void start_withListenerThatThrows_endsTheProcessAndThrows()
    {
        var running = processes.start(Command.of("sh", "-c", "echo a; sleep 600"), (_, _) -> {
            throw new IllegalStateException("cannot hear");
        });

        assertThatThrownBy(running::await).hasMessage("cannot hear");
    }

    @Test
    void cancel_endsTheProcess()
    {
        var running = processes.start(Command.of("sleep", "600"), OutputLines.ignored());

        running.cancel();

        assertThat(running.await().ending()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    void await_interrupted_cancelsAndKeepsTheFlag()
    {
        var running = processes.start(Command.of("sleep", "600"), OutputLines.ignored());
        Thread.currentThread().interrupt();

        var completed = running.await();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(completed.ending()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    void start_fromAThreadThatEnds_keepsTheChildAlive() throws Exception
    {
        assumeThat(processes.run(tethered("true")).containment().guard()).isEqualTo(Guard.BUBBLEWRAP);
        var started = new CopyOnWriteArrayList<Running>();
        var starter = Thread.ofPlatform().start(() -> started.add(processes.start(tethered("sleep", "1"), OutputLines.ignored())));
        starter.join();

        assertThat(started.getFirst().await().exitCode()).isZero();
    }

    @Test
    void run_inEvaluationSandbox_cannotWriteOrSeeTheNetwork(@TempDir Path directory) throws IOException
    {
        var sandbox = Sandbox.of(SandboxKind.EVALUATION).reading(directory);
        Files.writeString(directory.resolve("seen"), "yes");
        var command = Command
                .of("sh", "-c", "cat seen; touch new 2>/dev/null && echo wrote; ls /sys/class/net /proc/net/dev; grep -c : /proc/net/dev")
                .in(directory).inside(sandbox);

        var completed = processes.run(command);

        assumeThat(completed.containment().guard()).isEqualTo(Guard.BUBBLEWRAP);
        assertThat(completed.output().text()).startsWith("yes").doesNotContain("wrote").endsWith("1\n");
        assertThat(directory.resolve("new")).doesNotExist();
    }

    @Test
    void run_inSandboxWithWritableDirectory_canWriteThere(@TempDir Path directory)
    {
        var command = Command.of("touch", directory.resolve("new").toString())
                .inside(Sandbox.of(SandboxKind.EVALUATION).writing(directory));

        assertThat(processes.run(command).succeeded()).isTrue();
        assertThat(directory.resolve("new")).exists();
    }

    @Test
    void run_withoutBubblewrap_saysWhatIsMissing(@TempDir Path programs) throws IOException
    {
        var completed = withOnly(programs, "true", "setpriv").run(Command.of("true").inside(Sandbox.of(SandboxKind.EVALUATION)));

        assertThat(completed.succeeded()).isTrue();
        assertThat(completed.containment().guard()).isEqualTo(Guard.DEATH_SIGNAL);
        assertThat(completed.containment().shortfalls()).first().asString().startsWith("bubblewrap is not installed");
    }

    @Test
    void run_withBubblewrapThatFails_saysSo(@TempDir Path programs) throws IOException
    {
        Files.createSymbolicLink(programs.resolve("bwrap"), ProgramLookup.ofMachine().require("false"));

        var completed = withOnly(programs, "true").run(Command.of("true").inside(Sandbox.of(SandboxKind.EVALUATION)));

        assertThat(completed.containment().guard()).isEqualTo(Guard.NONE);
        assertThat(completed.containment().isComplete()).isFalse();
    }

    @Test
    void start_withDemandedSandboxThatCannotBeHad_isRefused(@TempDir Path programs) throws IOException
    {
        var only = withOnly(programs, "true");

        assertThatThrownBy(() -> only.run(Command.of("true").inside(Sandbox.of(SandboxKind.EVALUATION).demanded())))
                .isInstanceOfSatisfying(NixException.class, e -> assertThat(e.code()).isEqualTo(NixErrorCode.SANDBOX_UNAVAILABLE));
    }

    @Test
    void run_withMemoryLimit_holdsIt()
    {
        var command = Command.of("sh", "-c", "ulimit -v").within(Limits.of(Duration.ofSeconds(5)).withAddressSpace(1 << 30));

        assertThat(processes.run(command).output().text()).isEqualTo("1048576\n");
    }

    private static Command tethered(String... argv)
    {
        return Command.of(argv).inside(Sandbox.of(SandboxKind.TETHERED));
    }

    private static NativeProcesses withOnly(Path directory, String... programs) throws IOException
    {
        for (String program : programs) {
            Files.createSymbolicLink(directory.resolve(program), ProgramLookup.ofMachine().require(program));
        }
        return new NativeProcesses(new ProgramLookup(List.of(directory)));
    }
}
