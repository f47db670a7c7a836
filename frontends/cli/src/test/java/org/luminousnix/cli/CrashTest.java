package org.luminousnix.cli;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.cli.LabMachine.Ended;
import org.luminousnix.cli.LabMachine.Running;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/// What is left when the daemon is killed, or the person presses Ctrl-C, in the middle of a build.
@Timeout(400)
class CrashTest
{
    @TempDir
    private Path directory;

    private LabMachine machine;
    private String before;

    @BeforeEach
    void begin()
    {
        machine = new LabMachine(directory);
        Ended first = machine.ask("list generations");
        assertThat(first.code()).as(first.toString()).isZero();
        String configuration = LabMachine.read(machine.configuration());
        before = configuration.replaceFirst("(environment\\.systemPackages = with pkgs; \\[)",
                "$1\n    " + Matcher.quoteReplacement(slow()));
        assertThat(before).contains("slow-1.0");
        LabMachine.write(machine.configuration(), before);
    }

    @AfterEach
    void end()
    {
        LabMachine.write(directory.resolve("go"), "");
        machine.close();
    }

    @Test
    void kill_inMidBuild_losesNothing()
    {
        Running client = machine.start("--yes", "install ripgrep");
        await(() -> Files.exists(directory.resolve("building")));

        machine.daemon().destroyForcibly();
        Ended killed = client.ended();
        assertThat(killed.code()).as(killed.toString()).isEqualTo(1);
        assertThat(killed.err()).contains("The daemon went away");

        Ended next = machine.ask("list generations");
        assertThat(next.code()).as(next.toString()).isZero();
        assertThat(next.out()).as("the state is told").containsIgnoringCase("install ripgrep");
        await(() -> machine.children().isEmpty());
        assertThat(LabMachine.read(machine.configuration())).isEqualTo(before);
        assertThat(machine.generations()).isEqualTo(1);

        LabMachine.write(directory.resolve("go"), "");
        Ended again = machine.ask("--yes", "install ripgrep");
        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(machine.hasProgram("rg")).isTrue();
    }

    @Test
    void interrupt_inMidBuild_cancelsAndTellsTheState() throws Exception
    {
        Running client = machine.start("--yes", "install ripgrep");
        await(() -> Files.exists(directory.resolve("building")));

        // SIGINT, as Ctrl-C sends it.
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(client.process().pid())).start().waitFor()).isZero();
        Ended ended = client.ended();

        assertThat(ended.code()).as(ended.toString()).isEqualTo(130);
        assertThat(ended.err()).contains("Cancelling");
        assertThat(ended.out()).contains("was cancelled");
        await(() -> machine.children().isEmpty());
        assertThat(LabMachine.read(machine.configuration())).isEqualTo(before);
        assertThat(machine.generations()).isEqualTo(1);
    }

    /// A package that builds until it is let go.
    private String slow()
    {
        return """
               (derivation {
                     name = "slow-1.0"; system = builtins.currentSystem; builder = "/bin/sh";
                     args = [ "-c" "/bin/mkdir -p $out/bin; : > %1$s/building; while [ ! -e %1$s/go ]; do /bin/sleep 0.1; done" ];
                   })""".formatted(directory);
    }

    private static void await(BooleanSupplier condition)
    {
        long deadline = System.nanoTime() + SECONDS.toNanos(120);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(MILLISECONDS.toNanos(50));
        }
    }
}
