package org.luminousnix.cli;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.cli.CommandLineReader.Line;
import org.luminousnix.cli.FakeDaemon.Answer;
import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.ExecutionEvent;
import org.luminousnix.protocol.ExecutionEvent.Kind;
import org.luminousnix.protocol.ExecutionStarted;
import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.Mode;
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

/// The client in this process, with a daemon that says what it is told to on a real socket.
abstract class ClientFlow
{
    static final Terminal ASKS = new Terminal(80, false, true, false, false, true);
    static final Terminal PIPE = new Terminal(80, false, true, false, false, false);

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final List<List<String>> handedOff = new ArrayList<>();
    FakeDaemon daemon;

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

    void plan(PlanView plan, ExecutionView ending)
    {
        daemon.answer("ask", Samples.planned(plan));
        daemon.answer("plan.preview", new PreviewAnswer(plan, Samples.preview()));
        ExecutionEvent begun = new ExecutionEvent("execution-1", 1, Kind.STARTED, OptionalLong.empty(), OptionalLong.empty(),
                Optional.empty(), Optional.of("Build the system"));
        ExecutionEvent built = new ExecutionEvent("execution-1", 1, Kind.PROGRESS, OptionalLong.of(1), OptionalLong.of(3),
                Optional.of("builds"), Optional.of("ripgrep-14.1.1"));
        daemon.answer("execution.wait", new Answer.Result(List.of(Wire.write(begun), Wire.write(built)), Wire.write(ending)));
    }

    static Answer failure(ErrorCode code, String message)
    {
        return new Answer.Failure(new RpcException(code, message, Optional.empty()));
    }

    ExitCode run(Terminal terminal, String input, String... arguments)
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
        Client client = new Client(screen, line.options(), Map.of(), connector, processes);
        return Main.guarded(screen, () -> client.run(line.command()));
    }

    String written()
    {
        return out.toString(UTF_8);
    }
}
