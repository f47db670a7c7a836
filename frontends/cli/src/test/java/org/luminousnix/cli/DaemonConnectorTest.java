package org.luminousnix.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.protocol.SocketAddresses;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Starting a daemon, with small programs that take its part.
@Timeout(20)
class DaemonConnectorTest
{
    @TempDir
    private Path directory;

    @Test
    void connect_withoutLauncher_saysHowToStartOne()
    {
        assertThatThrownBy(() -> connector(directory.resolve("s"), Optional.empty()).connect((_, _) -> {}))
                .isInstanceOf(DaemonStartException.class).hasMessageContaining("ask-nix daemon run");
    }

    @Test
    void connect_serviceThatDoesNotRun_saysHowToStartIt()
    {
        assertThatThrownBy(() -> connector(SocketAddresses.SERVICE, Optional.empty()).connect((_, _) -> {}))
                .isInstanceOf(DaemonStartException.class).hasMessageContaining("systemctl start luminous-nix");
    }

    @Test
    void connect_daemonThatDies_showsTheEndOfItsLogAlone() throws IOException
    {
        Files.writeString(directory.resolve("daemon.log"), "of yesterday\n");
        Path launcher = program("echo \"told: $*\"; echo the disk is full >&2; exit 7");

        assertThatThrownBy(() -> connector(directory.resolve("s"), Optional.of(launcher)).connect((_, _) -> {}))
                .isInstanceOf(DaemonStartException.class).hasMessageContaining("ended with code 7")
                .hasMessageContaining("the disk is full").hasMessageContaining("told: daemon run --socket " + directory.resolve("s"))
                .hasMessageNotContaining("of yesterday");
    }

    @Test
    void connect_daemonThatIsStarted_connectsOnceItListens() throws IOException
    {
        Path launcher = program("exec tail -f /dev/null");
        StartingProcesses processes = new StartingProcesses();

        try (var client = new DaemonConnector(screen(), directory.resolve("s"), directory, Optional.of(launcher), processes)
                .connect((_, _) -> {})) {
            assertThat(client.isOpen()).isTrue();
        }
        finally {
            processes.close();
        }
    }

    /// Starts the real program, and listens in its place.
    private static final class StartingProcesses extends Processes
    {
        private Optional<FakeDaemon> daemon = Optional.empty();
        private Optional<Process> process = Optional.empty();

        @Override
        Process startDaemon(Path launcher, Path socket, Path log)
        {
            Process started = super.startDaemon(launcher, socket, log);
            process = Optional.of(started);
            daemon = Optional.of(new FakeDaemon(socket));
            return started;
        }

        private void close()
        {
            process.ifPresent(Process::destroy);
            daemon.ifPresent(FakeDaemon::close);
        }
    }

    private DaemonConnector connector(Path socket, Optional<Path> launcher)
    {
        return new DaemonConnector(screen(), socket, directory, launcher, new Processes());
    }

    private static Screen screen()
    {
        return Screen.of(new Terminal(80, false, true, false, false, false), new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8), new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                false);
    }

    private Path program(String script) throws IOException
    {
        Path file = Files.writeString(directory.resolve("launcher"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
