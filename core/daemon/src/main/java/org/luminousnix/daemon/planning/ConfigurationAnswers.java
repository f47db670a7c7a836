package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.planning.Outcome.Answer;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.configuration.OptionPath;
import org.luminousnix.nix.eval.ConfigurationSource;
import org.luminousnix.nix.eval.Evaluation;
import org.luminousnix.nix.eval.EvaluationFailure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Answers questions about the configuration files and the values that they give.
final class ConfigurationAnswers
{
    private static final int LONGEST = 64 << 10;

    private final Machine machine;

    ConfigurationAnswers(Machine machine)
    {
        this.machine = requireNonNull(machine, "machine is null");
    }

    Outcome value(String option)
    {
        Optional<OptionPath> path = path(option);
        if (path.isEmpty()) {
            return NotDone.because("That is not the path of one option: " + option + ".");
        }
        List<String> names = path.get().names();
        return switch (machine.evaluator().values(machine.source().get(), List.of(names)).get(names)) {
            case Evaluation.Value(var value, _) -> Answer.of("%s is %s.".formatted(option, NixJson.write(value)));
            case Evaluation.Failed(EvaluationFailure failure, _) ->
                NotDone.because("%s has no value that can be shown: %s".formatted(option, failure.message()));
        };
    }

    private static Optional<OptionPath> path(String option)
    {
        try {
            return Optional.of(OptionPath.parse(option));
        }
        catch (NixException e) {
            return Optional.empty();
        }
    }

    Outcome check()
    {
        return switch (machine.evaluator().toplevel(machine.source().get())) {
            case Evaluation.Value<Path>(Path derivation, _) ->
                Answer.of("The configuration is valid: it evaluates to %s.".formatted(derivation.getFileName()));
            case Evaluation.Failed<Path>(EvaluationFailure failure, _) ->
                new NotDone("The configuration does not evaluate. " + failure.position().map(place -> place + ": ").orElse("")
                        + failure.message(), List.of("explain that error"));
        };
    }

    Outcome show(Optional<String> section)
    {
        Path file = file(machine.source().get());
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.UTF_8);
            List<String> lines = section.isEmpty()
                    ? text.lines().toList()
                    : text.lines().filter(line -> line.contains(section.get())).toList();
            String shown = section.map(name -> "The lines of %s with \"%s\":\n".formatted(file, name)).orElse(file + ":\n");
            return lines.isEmpty()
                    ? NotDone.because("No line of %s has \"%s\".".formatted(file, section.orElse("")))
                    : Answer.of(shown + String.join("\n", lines));
        }
        catch (IOException e) {
            return NotDone.because("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    Outcome sources()
    {
        return switch (machine.source().get()) {
            case ConfigurationSource.Flake flake ->
                Answer.of("The configuration is the flake in %s, configuration %s. Its inputs are pinned in %s.".formatted(
                        flake.directory(), flake.name(),
                        flake.directory().resolve("flake.lock")));
            case ConfigurationSource.Classic classic ->
                Answer.of("The configuration is %s, built with the channel that <nixpkgs> stands for%s.".formatted(classic.file(),
                        Optional.ofNullable(machine.layout().environment().get("NIX_PATH")).map(path -> " (" + path + ")").orElse("")));
        };
    }

    private static Path file(ConfigurationSource source)
    {
        return switch (source) {
            case ConfigurationSource.Classic classic -> classic.file();
            case ConfigurationSource.Flake flake -> Files.exists(flake.directory().resolve("configuration.nix"))
                    ? flake.directory().resolve("configuration.nix")
                    : flake.directory().resolve("flake.nix");
        };
    }
}
