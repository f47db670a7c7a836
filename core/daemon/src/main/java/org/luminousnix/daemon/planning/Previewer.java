package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.facts.Sizes;
import org.luminousnix.daemon.planning.Action.EditConfiguration;
import org.luminousnix.daemon.planning.Preview.FileDiff;
import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.build.BuildPlan;
import org.luminousnix.nix.build.Builder;
import org.luminousnix.nix.configuration.UnifiedDiff;
import org.luminousnix.nix.eval.Evaluation;
import org.luminousnix.nix.eval.EvaluationFailure;
import org.luminousnix.nix.eval.StagedConfiguration;
import org.luminousnix.nix.system.GarbageCollector;
import org.luminousnix.nix.system.GarbageEstimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// Works out what a draft would do: evaluates the configuration that it would make in a copy, and asks Nix what building that takes.
public final class Previewer
{
    private final Machine machine;
    private final Builder builder;
    private final GarbageCollector collector;

    /// Looks at a machine, and asks a builder and a collector of the same Nix.
    public Previewer(Machine machine, Builder builder, GarbageCollector collector)
    {
        this.machine = requireNonNull(machine, "machine is null");
        this.builder = requireNonNull(builder, "builder is null");
        this.collector = requireNonNull(collector, "collector is null");
    }

    /// Returns what the draft would do; nothing but derivations in the store is written.
    public Preview preview(Draft draft)
    {
        List<FileChange> changes = draft.actions().stream().filter(EditConfiguration.class::isInstance).map(EditConfiguration.class::cast)
                .flatMap(edit -> edit.changes().stream()).toList();
        List<FileDiff> diffs = changes.stream().map(change -> new FileDiff(change.file(),
                UnifiedDiff.of(change.file().toString(), change.before().orElse(""), change.after().orElse("")))).toList();
        if (draft.actions().stream().noneMatch(Action.BuildSystem.class::isInstance)) {
            return new Preview.Possible(diffs, List.of(), OptionalLong.empty(), withEstimate(draft));
        }
        try {
            return evaluated(draft, diffs, changes);
        }
        catch (NixException e) {
            return new Preview.Impossible(diffs, problem(e));
        }
    }

    private Preview evaluated(Draft draft, List<FileDiff> diffs, List<FileChange> changes)
    {
        return switch (derivation(changes)) {
            case Evaluation.Value<Path>(Path path, _) -> possible(draft, diffs, builder.plan(path));
            case Evaluation.Failed<Path>(EvaluationFailure failure, _) ->
                new Preview.Impossible(diffs, failure.position().map(place -> place + ": ").orElse("") + failure.message());
        };
    }

    private static String problem(NixException e)
    {
        return e.code() == NixErrorCode.PROCESS_MISSING
                ? e.getMessage() + ". Without Nix nothing can be evaluated or built: install it (nix-bin on Debian), then ask again."
                : e.getMessage();
    }

    private List<String> withEstimate(Draft draft)
    {
        List<String> warnings = new ArrayList<>(draft.notes());
        if (draft.actions().stream().anyMatch(Action.CollectGarbage.class::isInstance)) {
            GarbageEstimate estimate = collector.estimate(List.of());
            warnings.add("%d store paths would be deleted, which frees %s.".formatted(estimate.paths(), Sizes.text(estimate.bytes())));
        }
        return warnings;
    }

    private Evaluation<Path> derivation(List<FileChange> changes)
    {
        Map<Path, String> proposed = new HashMap<>();
        changes.forEach(change -> change.after().ifPresent(text -> proposed.put(change.file(), text)));
        try (StagedConfiguration staged = StagedConfiguration.stage(machine.layout().nixos(), proposed)) {
            return machine.evaluator().over(staged).toplevel(machine.source().get());
        }
    }

    private static Preview possible(Draft draft, List<FileDiff> diffs, BuildPlan plan)
    {
        List<String> warnings = new ArrayList<>(draft.notes());
        if (!plan.unknown().isEmpty()) {
            warnings.add("Nobody knows how to make " + plan.unknown().stream().map(path -> path.getFileName().toString()).toList() + ".");
        }
        return new Preview.Possible(diffs, plan.builds().stream().map(Previewer::name).toList(), plan.downloadBytes(), warnings);
    }

    /// `/nix/store/<hash>-ripgrep-14.1.0.drv` is shown as `ripgrep-14.1.0`.
    private static String name(Path derivation)
    {
        String file = derivation.getFileName().toString();
        return file.substring(Math.min(file.length(), 33)).replaceFirst("\\.drv$", "");
    }
}
