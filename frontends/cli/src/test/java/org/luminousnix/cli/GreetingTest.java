package org.luminousnix.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.cli.Greeting.Greeted;
import org.luminousnix.protocol.Mode;
import org.luminousnix.protocol.Role;
import org.luminousnix.protocol.SessionOpened;
import org.luminousnix.protocol.Software;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class GreetingTest
{
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void greet_daemonOfTheSameVersion_saysNothing()
    {
        try (FakeDaemon daemon = daemon("0.1.0"); var _ = greet(Optional.of("0.1.0")).daemon()) {
            assertThat(err.toString(UTF_8)).isEmpty();
            assertThat(daemon.asked("daemon.stop")).isEmpty();
        }
    }

    @Test
    void greet_daemonOfAnotherVersionThatOthersStart_saysBothAndGoesOn()
    {
        try (FakeDaemon daemon = daemon("0.0.9"); var _ = greet(Optional.of("0.1.0")).daemon()) {
            assertThat(err.toString(UTF_8)).contains("wanted 0.1.0, found 0.0.9");
            assertThat(daemon.asked("daemon.stop")).isEmpty();
        }
    }

    @Test
    void greet_withoutOwnVersion_saysNothing()
    {
        try (FakeDaemon _ = daemon("0.0.9"); var _ = greet(Optional.empty()).daemon()) {
            assertThat(err.toString(UTF_8)).isEmpty();
        }
    }

    private FakeDaemon daemon(String version)
    {
        return new FakeDaemon(directory.resolve("daemon.sock")).answer("session.open",
                new SessionOpened("session-1", "sam", Role.OPERATOR, new Software("luminous-nix", version), Mode.LAB));
    }

    private Greeted greet(Optional<String> version)
    {
        Screen screen = Screen.of(new Terminal(80, false, true, false, false, false), new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8), new PrintStream(err, true, UTF_8), false);
        DaemonConnector connector = new DaemonConnector(screen, directory.resolve("daemon.sock"), directory, Optional.empty(),
                new Processes());
        return new Greeting(screen, connector, Map.of(), version).greet(new Events());
    }
}
