package org.luminousnix.nix.eval;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.activity.LogEvent.Message;
import org.luminousnix.nix.activity.LogEvent.Problem;
import org.luminousnix.nix.activity.LogLines;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.json.JsonReader;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.UNEXPECTED_OUTPUT;
import static org.luminousnix.nix.NixException.nixException;

/// Evaluates configurations and expressions by `nix-instantiate` and `nix eval`, in a sandbox without network.
public final class Evaluator
{
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final List<String> LOG_OPTIONS = List.of("--log-format", "internal-json", "--show-trace");
    private static final List<String> TOPLEVEL = List.of("config", "system", "build", "toplevel");

    private final NixCommands commands;
    private final SearchPath searchPath;
    private final Processes processes;
    private final Limits limits;

    /// Creates an evaluator of this Nix, with two minutes and 8 GiB of address space for each evaluation.
    public Evaluator(NixLayout layout, Processes processes)
    {
        this(layout, processes, Limits.of(Duration.ofMinutes(2)).withAddressSpace(8L << 30));
    }

    /// Creates an evaluator of this Nix with limits for each evaluation.
    public Evaluator(NixLayout layout, Processes processes, Limits limits)
    {
        this.commands = new NixCommands(layout);
        this.searchPath = SearchPath.of(layout);
        this.processes = requireNonNull(processes, "processes is null");
        this.limits = limits.keeping(LARGEST_ANSWER, limits.tailBytes());
    }

    /// Evaluates what lies at an attribute path of a configuration, as `config`, `networking`, `hostName`.
    public Evaluation<Json> value(ConfigurationSource source, List<String> attributePath)
    {
        return value(source, "c: c." + NixText.attributePath(attributePath));
    }

    /// Evaluates a function of a configuration, which gets the whole of it (`config`, `options`, `pkgs`).
    ///
    /// @param function Nix text; values from outside belong into it as literals only
    public Evaluation<Json> value(ConfigurationSource source, String function)
    {
        return run(applied(source, function, List.of()));
    }

    /// Evaluates an expression that needs no configuration.
    ///
    /// @param expression Nix text; values from outside belong into it as literals only
    public Evaluation<Json> expression(String expression)
    {
        return run(instantiate(expression, List.of()));
    }

    /// Instantiates an expression that gives the path of a derivation, which is then in the store.
    ///
    /// @param expression Nix text; values from outside belong into it as literals only
    public Evaluation<Path> instantiated(String expression)
    {
        return run(instantiate(expression, List.of("--read-write-mode"))).map(Evaluator::path);
    }

    /// Instantiates the system of a configuration and returns its derivation, which is then in the store.
    public Evaluation<Path> toplevel(ConfigurationSource source)
    {
        return derivation(source, TOPLEVEL);
    }

    /// Instantiates what lies at an attribute path of a configuration and returns its derivation, which is then in the store.
    public Evaluation<Path> derivation(ConfigurationSource source, List<String> attributePath)
    {
        String function = "c: c." + NixText.attributePath(attributePath) + ".drvPath";
        return run(applied(source, function, List.of("--read-write-mode"))).map(Evaluator::path);
    }

    private Command applied(ConfigurationSource source, String function, List<String> mode)
    {
        return switch (source) {
            case ConfigurationSource.Classic classic -> instantiate("(" + function + ") (import <nixpkgs/nixos> { configuration = /. + "
                    + NixText.quoted(classic.file().toString()) + "; })", mode);
            // nix eval writes the derivations that it is asked for; it has no option for that.
            case ConfigurationSource.Flake flake -> limited(commands.nix(SandboxKind.EVALUATION,
                    join(List.of(List.of("eval", "--json", "--no-write-lock-file"), LOG_OPTIONS,
                            List.of("--apply", function, "--", flake.reference())))),
                    flake.directory());
        };
    }

    private Command instantiate(String expression, List<String> mode)
    {
        List<String> argv = join(List.of(List.of("nix-instantiate", "--eval", "--strict", "--json"), mode, LOG_OPTIONS,
                List.of("--expr", expression)));
        return limited(commands.command(SandboxKind.EVALUATION, argv));
    }

    private Command limited(Command command, Path... shown)
    {
        Path[] searched = searchPath.directories().toArray(Path[]::new);
        return command.withEnvironment(searchPath.environment()).within(limits).inside(command.sandbox().reading(shown).reading(searched));
    }

    private Evaluation<Json> run(Command command)
    {
        var problems = new CopyOnWriteArrayList<Problem>();
        Completed completed = processes.start(command, (stream, line) -> {
            if (stream == OutputLines.Stream.ERROR && LogLines.read(line) instanceof Message message) {
                message.problem().ifPresent(problems::add);
            }
        }).await();
        if (!completed.succeeded()) {
            return new Evaluation.Failed<>(Failures.of(completed, problems));
        }
        return new Evaluation.Value<>(JsonReader.read(completed.output().text()));
    }

    private static Path path(Json value)
    {
        return Path.of(value.asText().orElseThrow(() -> nixException(UNEXPECTED_OUTPUT, "the path of a derivation is no text")));
    }

    private static List<String> join(List<List<String>> parts)
    {
        return parts.stream().flatMap(List::stream).toList();
    }
}
