package org.luminousnix.nix.eval;

import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.activity.LogEvent.Message;
import org.luminousnix.nix.activity.LogEvent.Problem;
import org.luminousnix.nix.activity.LogLines;
import org.luminousnix.nix.eval.ConfigurationSource.Classic;
import org.luminousnix.nix.eval.ConfigurationSource.Flake;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.json.JsonReader;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.process.SearchPath;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import static java.util.Objects.requireNonNull;

/// One evaluation from question to answer: the command, the place of a proposal, the memory of earlier answers.
final class EvaluationRun
{
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final List<String> LOG_OPTIONS = List.of("--log-format", "internal-json", "--show-trace");

    private final NixCommands commands;
    private final Processes processes;
    private final Limits limits;
    private final EvaluationCache cache;

    EvaluationRun(NixLayout layout, Processes processes, Limits limits, EvaluationCache cache)
    {
        this.commands = new NixCommands(layout);
        this.processes = requireNonNull(processes, "processes is null");
        this.limits = limits.keeping(LARGEST_ANSWER, limits.tailBytes());
        this.cache = requireNonNull(cache, "cache is null");
    }

    /// Evaluates a function of a configuration, or of what is proposed in its place.
    Evaluation<Json> applied(ConfigurationSource source, Optional<StagedConfiguration> staged, Question question)
    {
        Optional<String> key = key(source, staged, question);
        Optional<Evaluation.Value<Json>> known = key.flatMap(cache::find).filter(value -> isStillThere(value.value(), question));
        if (known.isPresent()) {
            return known.get();
        }
        Path shown = staged.map(StagedConfiguration::directory).orElse(source.directory());
        Evaluation<Json> fresh = named(source, shown,
                staged.isEmpty() ? run(command(source, shown, false, question)) : proposed(source, staged.get(), question));
        if (key.isPresent() && fresh instanceof Evaluation.Value<Json> value) {
            cache.put(key.get(), value);
        }
        return fresh;
    }

    /// Evaluates an expression that needs no configuration.
    Evaluation<Json> expression(Question question)
    {
        return run(instantiate(question.text(), question));
    }

    /// Evaluates the names of the configurations of a flake.
    Evaluation<Json> configurationNames(Path flakeDirectory)
    {
        String reference = new Flake(flakeDirectory, "any").reference();
        return run(flake(reference.substring(0, reference.lastIndexOf('.')), flakeDirectory, new Question("builtins.attrNames", false)));
    }

    private Evaluation<Json> proposed(ConfigurationSource source, StagedConfiguration staged, Question question)
    {
        Command inPlace = command(source, source.directory(), true, question);
        try {
            return run(inPlace.inside(inPlace.sandbox().viewing(staged.views()).demanded()));
        }
        catch (NixException e) {
            if (e.code() != NixErrorCode.SANDBOX_UNAVAILABLE || !staged.isWhole()) {
                throw e;
            }
        }
        // Without a sandbox the copy is evaluated where it lies: the same, but for absolute imports of the original.
        return relocated(run(command(source, staged.directory(), true, question)),
                failure -> failure.relocated(staged.directory().toString(), source.directory().toString()));
    }

    /// Names the files of a configuration, where Nix read a flake's copy of them in the store.
    private Evaluation<Json> named(ConfigurationSource source, Path shown, Evaluation<Json> outcome)
    {
        return switch (source) {
            case Classic _ -> outcome;
            case Flake flake -> relocated(outcome, new FlakeCopy(commands.layout().store(), shown, flake.directory())::relocated);
        };
    }

    private static Evaluation<Json> relocated(Evaluation<Json> outcome, UnaryOperator<EvaluationFailure> change)
    {
        return outcome instanceof Evaluation.Failed<Json>(var failure, var containment)
                ? new Evaluation.Failed<>(change.apply(failure), containment)
                : outcome;
    }

    private Command command(ConfigurationSource source, Path directory, boolean copy, Question question)
    {
        return switch (source) {
            case Classic _ -> shown(instantiate("(" + question.text() + ") (import <nixpkgs/nixos> { configuration = /. + "
                    + NixText.quoted(new Classic(directory).file().toString()) + "; })", question), directory);
            case Flake flake -> flake(copy ? flake.referenceIn(directory) : flake.reference(), directory, question);
        };
    }

    private Command flake(String reference, Path directory, Question question)
    {
        // nix eval writes the derivations that it is asked for; it has no option for that.
        List<String> arguments = join(List.of(List.of("eval", "--json", "--no-write-lock-file"), LOG_OPTIONS,
                List.of("--apply", question.text(), "--", reference)));
        return shown(commands.nix(SandboxKind.EVALUATION, arguments), directory);
    }

    private Command instantiate(String expression, Question question)
    {
        List<String> mode = question.instantiates() ? List.of("--read-write-mode") : List.of();
        return shown(commands.command(SandboxKind.EVALUATION,
                join(List.of(List.of("nix-instantiate", "--eval", "--strict", "--json"), mode, LOG_OPTIONS,
                        List.of("--expr", expression)))));
    }

    private Command shown(Command command, Path... directories)
    {
        return command.within(limits).inside(command.sandbox().reading(directories));
    }

    private Evaluation<Json> run(Command command)
    {
        var problems = new CopyOnWriteArrayList<Problem>();
        Completed completed = processes.start(command, (stream, line) -> {
            if (stream == OutputLines.Stream.ERROR && LogLines.read(line) instanceof Message message) {
                message.problem().ifPresent(problems::add);
            }
        }).await();
        return completed.succeeded()
                ? new Evaluation.Value<>(JsonReader.read(completed.output().text()), completed.containment())
                : new Evaluation.Failed<>(Failures.of(completed, problems), completed.containment());
    }

    private Optional<String> key(ConfigurationSource source, Optional<StagedConfiguration> staged, Question question)
    {
        SearchPath searchPath = commands.searchPath();
        var key = new ContentKey(commands.layout().store()).text(source.toString()).text(question.toString()).text(searchPath.text());
        searchPath.directories().stream().filter(Files::isDirectory).forEach(key::directory);
        if (staged.isEmpty()) {
            return key.directory(source.directory()).key();
        }
        staged.get().views().values().forEach(key::content);
        return key.text("staged").key();
    }

    private boolean isStillThere(Json value, Question question)
    {
        return !question.instantiates() || value.asText().map(Path::of).filter(Files::exists).isPresent();
    }

    private static List<String> join(List<List<String>> parts)
    {
        return parts.stream().flatMap(List::stream).toList();
    }

    /// A question to Nix.
    ///
    /// @param text Nix text: a function of the configuration, or an expression
    /// @param instantiates whether derivations are to be written to the store
    record Question(String text, boolean instantiates)
    {
        Question
        {
            requireNonNull(text, "text is null");
        }
    }
}
