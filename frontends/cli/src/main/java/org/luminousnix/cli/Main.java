package org.luminousnix.cli;

import org.luminousnix.cli.CommandLineReader.Line;
import org.luminousnix.protocol.DaemonUnreachableException;
import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonWriter;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.SocketAddresses;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.Supplier;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Where a run of `ask-nix` begins and ends.
public final class Main
{
    private Main()
    {}

    /// Runs, and ends the process with the run's [ExitCode].
    public static void main(String[] arguments)
    {
        Map<String, String> environment = System.getenv();
        ExitCode code;
        try {
            Line line = CommandLineReader.read(arguments);
            Terminal terminal = Terminal.ofProcess(line.options().output());
            Charset charset = terminal.unicode() ? UTF_8 : US_ASCII;
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset);
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
            code = run(line, Screen.of(terminal, System.in, out, err, line.options().json()), environment);
            out.flush();
        }
        catch (UsageException e) {
            System.err.println("ask-nix: " + Harmless.lines(e.getMessage()));
            code = ExitCode.USAGE;
        }
        new Processes().end(code.code());
    }

    private static ExitCode run(Line line, Screen screen, Map<String, String> environment)
    {
        Processes processes = new Processes();
        DaemonConnector connector = new DaemonConnector(screen, SocketAddresses.resolve(line.options().socket(), environment),
                State.directory(environment), Client.launcher(environment), processes);
        Client client = new Client(screen, line.options(), environment, connector, processes);
        return guarded(screen, () -> client.run(line.command()));
    }

    /// Runs `work` and turns what may go wrong in it into a message and an exit code.
    static ExitCode guarded(Screen screen, Supplier<ExitCode> work)
    {
        try {
            return work.get();
        }
        catch (RpcException e) {
            return failed(screen, e.getMessage(), e.code().code(), code(e.code()));
        }
        catch (DaemonUnreachableException e) {
            return failed(screen, message(e), 0, ExitCode.FAILED);
        }
        catch (DaemonStartException | UncheckedIOException e) {
            return failed(screen, e.getMessage(), 0, ExitCode.FAILED);
        }
    }

    private static String message(DaemonUnreachableException e)
    {
        return switch (e.reason()) {
            case LOST -> "The daemon went away in the middle of it: " + e.getMessage()
                    + "\nThe next command starts it again, and it says then what state things are in.";
            case NOT_RUNNING, DENIED, BAD_PATH, TIMEOUT -> e.getMessage();
        };
    }

    private static ExitCode code(ErrorCode code)
    {
        return switch (code) {
            case NOT_ALLOWED -> ExitCode.DECLINED;
            case CANCELLED -> ExitCode.INTERRUPTED;
            case PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS, INTERNAL_ERROR, INTERNAL, UNKNOWN_SESSION, PLAN_EXPIRED,
                    BUSY, NOT_AVAILABLE ->
                ExitCode.FAILED;
        };
    }

    private static ExitCode failed(Screen screen, String message, int error, ExitCode code)
    {
        if (screen.quiet()) {
            Json.JsonObject failure = Json.object().put("code", error).put("message", message).build();
            screen.out().println(JsonWriter.write(Json.object().put("error", failure).put("exitCode", code.code()).build()));
        }
        screen.complain(message);
        return code;
    }
}
