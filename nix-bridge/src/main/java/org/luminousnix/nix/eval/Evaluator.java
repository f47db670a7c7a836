package org.luminousnix.nix.eval;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.process.Processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.UNEXPECTED_OUTPUT;
import static org.luminousnix.nix.NixException.nixException;

/// Evaluates configurations and expressions by `nix-instantiate` and `nix eval`, in a sandbox without network.
///
/// Values are remembered for five minutes by the content that they came from; see [#over] for configurations that are only proposed.
/// Safe for use by several threads.
public final class Evaluator
{
    private static final int REMEMBERED = 256;
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final List<String> TOPLEVEL = List.of("config", "system", "build", "toplevel");

    private final EvaluationRun run;
    private final Optional<StagedConfiguration> staged;

    /// Creates an evaluator of this Nix, with two minutes and 8 GiB of address space for each evaluation.
    public Evaluator(NixLayout layout, Processes processes)
    {
        this(layout, processes, Limits.of(Duration.ofMinutes(2)).withAddressSpace(8L << 30));
    }

    /// Creates an evaluator of this Nix with limits for each evaluation.
    public Evaluator(NixLayout layout, Processes processes, Limits limits)
    {
        this(new EvaluationRun(layout, processes, limits, new EvaluationCache(REMEMBERED, LIFETIME, System::nanoTime)), Optional.empty());
    }

    private Evaluator(EvaluationRun run, Optional<StagedConfiguration> staged)
    {
        this.run = requireNonNull(run, "run is null");
        this.staged = requireNonNull(staged, "staged is null");
    }

    /// Returns an evaluator that sees a staged copy in the place of the configuration that it was made of.
    public Evaluator over(StagedConfiguration proposal)
    {
        return new Evaluator(run, Optional.of(proposal));
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
        return run.applied(source, staged, new EvaluationRun.Question(function, false));
    }

    /// Evaluates several options of a configuration, at once as far as that goes.
    ///
    /// @param options paths below `config`
    public Map<List<String>, Evaluation<Json>> values(ConfigurationSource source, List<List<String>> options)
    {
        // Only throw and assert can be caught in Nix; any other failure takes the others with it, which are then asked one by one.
        Evaluation<Json> together = options.size() < 2 ? value(source, "c: [ ]") : value(source, "c: [ " + attempts(options) + "]");
        List<Json> attempts = together instanceof Evaluation.Value<Json>(var json, _) ? json.elements() : List.of();
        var values = new LinkedHashMap<List<String>, Evaluation<Json>>();
        for (int index = 0; index < options.size(); index++) {
            List<String> option = options.get(index);
            Optional<Json> value = index < attempts.size() ? attempts.get(index).elements().stream().findFirst() : Optional.empty();
            values.put(option, value.<Evaluation<Json>>map(json -> new Evaluation.Value<>(json, together.containment()))
                    .orElseGet(() -> single(source, option)));
        }
        return values;
    }

    /// Returns which of these options a proposal changes; those whose evaluation fails before and after alike are left out.
    ///
    /// @param options paths below `config`
    public List<OptionChange> changes(ConfigurationSource source, StagedConfiguration proposal, List<List<String>> options)
    {
        Map<List<String>, Evaluation<Json>> before = values(source, options);
        Map<List<String>, Evaluation<Json>> after = over(proposal).values(source, options);
        var changes = new ArrayList<OptionChange>();
        for (List<String> option : options) {
            if (!before.get(option).equals(after.get(option))) {
                changes.add(new OptionChange(option, before.get(option), after.get(option)));
            }
        }
        return changes;
    }

    /// Evaluates an expression that needs no configuration.
    ///
    /// @param expression Nix text; values from outside belong into it as literals only
    public Evaluation<Json> expression(String expression)
    {
        return run.expression(new EvaluationRun.Question(expression, false));
    }

    /// Instantiates an expression that gives the path of a derivation, which is then in the store.
    ///
    /// @param expression Nix text; values from outside belong into it as literals only
    public Evaluation<Path> instantiated(String expression)
    {
        return run.expression(new EvaluationRun.Question(expression, true)).map(Evaluator::path);
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
        return run.applied(source, staged, new EvaluationRun.Question(function, true)).map(Evaluator::path);
    }

    /// Returns the names of the configurations that a flake offers, in alphabetical order.
    public Evaluation<List<String>> configurationNames(Path flakeDirectory)
    {
        return run.configurationNames(flakeDirectory)
                .map(json -> json.elements().stream().flatMap(name -> name.asText().stream()).toList());
    }

    private Evaluation<Json> single(ConfigurationSource source, List<String> option)
    {
        return value(source, "c: c.config." + NixText.attributePath(option));
    }

    private static String attempts(List<List<String>> options)
    {
        var text = new StringBuilder();
        for (List<String> option : options) {
            String value = "c.config." + NixText.attributePath(option);
            text.append("(let t = builtins.tryEval (builtins.deepSeq ").append(value).append(' ').append(value)
                    .append("); in if t.success then [ t.value ] else [ ]) ");
        }
        return text.toString();
    }

    private static Path path(Json value)
    {
        return Path.of(value.asText().orElseThrow(() -> nixException(UNEXPECTED_OUTPUT, "the path of a derivation is no text")));
    }
}
