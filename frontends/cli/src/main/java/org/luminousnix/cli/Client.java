package org.luminousnix.cli;

import org.luminousnix.cli.Command.DaemonRun;
import org.luminousnix.cli.Command.DaemonStatus;
import org.luminousnix.cli.Command.DaemonStop;
import org.luminousnix.cli.Command.Print;
import org.luminousnix.cli.Command.Rpc;
import org.luminousnix.cli.Command.Say;
import org.luminousnix.cli.Greeting.Greeted;
import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.DaemonInfo;
import org.luminousnix.protocol.Health;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.JsonReader;
import org.luminousnix.protocol.JsonWriter;
import org.luminousnix.protocol.Wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Carries out what a command line wants.
final class Client
{
    private static final JsonObject NOTHING = Json.object().build();

    private final Screen screen;
    private final Options options;
    private final Map<String, String> environment;
    private final DaemonConnector connector;
    private final Processes processes;

    Client(Screen screen, Options options, Map<String, String> environment, DaemonConnector connector, Processes processes)
    {
        this.screen = requireNonNull(screen, "screen is null");
        this.options = requireNonNull(options, "options is null");
        this.environment = Map.copyOf(environment);
        this.connector = requireNonNull(connector, "connector is null");
        this.processes = requireNonNull(processes, "processes is null");
    }

    static Optional<Path> launcher(Map<String, String> environment)
    {
        return Optional.ofNullable(environment.get("LUMINOUS_NIX_LAUNCHER")).filter(value -> value.startsWith("/")).map(Path::of);
    }

    ExitCode run(Command command)
    {
        return switch (command) {
            case Say say -> say(say.text());
            case Rpc rpc -> rpc(rpc);
            case DaemonRun daemon -> runDaemon(daemon.arguments());
            case DaemonStatus _ -> status();
            case DaemonStop _ -> stop();
            case Print print -> {
                screen.out().println(print.text());
                yield ExitCode.DONE;
            }
        };
    }

    private ExitCode say(String text)
    {
        Events events = new Events();
        Greeted greeted = new Greeting(screen, connector, environment, Version.own()).greet(events);
        try (DaemonClient daemon = greeted.daemon()) {
            Stop stop = new Stop(screen, daemon, processes::end);
            Interrupts.handle(stop::pressed);
            PlanRun run = new PlanRun(screen, daemon, events, processes, stop);
            Conversation conversation = new Conversation(screen, options, daemon, greeted.session(), run);
            ExitCode code = conversation.say(text);
            if (options.json()) {
                print(conversation.document().put("exitCode", code.code()).build());
            }
            return code;
        }
    }

    private ExitCode rpc(Rpc rpc)
    {
        Json params = rpc.params().isEmpty() ? NOTHING : JsonReader.read(rpc.params().get().equals("-") ? input() : rpc.params().get());
        if (!(params instanceof JsonObject object)) {
            throw new UsageException("Parameters are one JSON object, {\"name\": value}, not " + params.kind() + ".");
        }
        try (DaemonClient daemon = connector.connect((_, _) -> {})) {
            print(daemon.call(rpc.method(), object));
        }
        return ExitCode.DONE;
    }

    private String input()
    {
        try {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8192];
            int count = screen.in().read(buffer);
            while (count >= 0) {
                text.append(buffer, 0, count);
                count = screen.in().read(buffer);
            }
            return text.toString();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExitCode runDaemon(List<String> arguments)
    {
        Path launcher = launcher(environment)
                .orElseThrow(() -> new DaemonStartException("LUMINOUS_NIX_LAUNCHER does not say which program runs the daemon."));
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "daemon", "run"));
        command.addAll(arguments);
        return processes.handOff(command) == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ExitCode status()
    {
        Optional<DaemonClient> running = connector.connectIfRunning((_, _) -> {});
        if (running.isEmpty()) {
            screen.show(page -> page.marked(Mark.NOTE, Ink.PLAIN, "No daemon runs; the next sentence starts one."));
            return ExitCode.FAILED;
        }
        try (DaemonClient daemon = running.get()) {
            Json info = daemon.call("daemon.info", NOTHING);
            Json health = daemon.call("daemon.health", NOTHING);
            if (options.json()) {
                print(Json.object().put("info", info).put("health", health).build());
            }
            screen.show(page -> DaemonReport.show(page, Wire.read(info, DaemonInfo.class), Wire.read(health, Health.class), Instant.now()));
            return ExitCode.DONE;
        }
    }

    private ExitCode stop()
    {
        Optional<DaemonClient> running = connector.connectIfRunning((_, _) -> {});
        if (running.isEmpty()) {
            screen.show(page -> page.marked(Mark.NOTE, Ink.PLAIN, "No daemon runs."));
            return ExitCode.DONE;
        }
        Greeting.end(screen, running.get());
        screen.show(page -> page.marked(Mark.DONE, Ink.PLAIN, "The daemon has ended."));
        return ExitCode.DONE;
    }

    /// Prints one JSON value on a line; in ASCII where the terminal knows no more.
    private void print(Json value)
    {
        String text = JsonWriter.write(value);
        screen.out().println(screen.terminal().unicode() ? text : escaped(text));
        screen.out().flush();
    }

    private static String escaped(String json)
    {
        StringBuilder text = new StringBuilder(json.length());
        json.chars().forEach(c -> text.append(c < 0x80 ? Character.toString(c) : String.format("\\u%04x", c)));
        return text.toString();
    }
}
