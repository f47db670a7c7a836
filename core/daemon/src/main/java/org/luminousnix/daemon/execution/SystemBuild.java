package org.luminousnix.daemon.execution;

import org.luminousnix.nix.activity.ActivityTree;
import org.luminousnix.nix.activity.ActivityType;
import org.luminousnix.nix.activity.LogEvent;
import org.luminousnix.nix.activity.Totals;
import org.luminousnix.nix.build.Build;
import org.luminousnix.nix.build.BuildFailure;
import org.luminousnix.nix.build.BuildOutcome;
import org.luminousnix.nix.build.Builder;
import org.luminousnix.nix.eval.ConfigurationSource;
import org.luminousnix.nix.eval.Evaluation;
import org.luminousnix.nix.eval.Evaluator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import static java.util.Objects.requireNonNull;

/// Evaluates and builds the system of a configuration, and tells how far it is.
final class SystemBuild
{
    private final Evaluator evaluator;
    private final Builder builder;

    SystemBuild(Evaluator evaluator, Builder builder)
    {
        this.evaluator = requireNonNull(evaluator, "evaluator is null");
        this.builder = requireNonNull(builder, "builder is null");
    }

    /// Builds, and returns the store path of the system.
    ///
    /// @throws StepFailure when it does not evaluate or build
    Path build(ConfigurationSource source, StepContext context)
    {
        context.log("Evaluating the configuration");
        Path derivation = switch (evaluator.toplevel(source)) {
            case Evaluation.Value<Path>(Path path, _) -> path;
            case Evaluation.Failed<Path>(var failure, _) -> throw new StepFailure("The configuration does not evaluate: "
                    + failure.position().map(place -> place + ": ").orElse("") + failure.message(), List.of());
        };
        context.checkCancelled();
        AtomicReference<ActivityTree> tree = new AtomicReference<>();
        Build build = builder.start(derivation, Optional.empty(), event -> tell(event, tree.get(), context));
        tree.set(build.activities());
        context.onCancel(build::cancel);
        return result(build.await(), context);
    }

    private static Path result(BuildOutcome outcome, StepContext context)
    {
        return switch (outcome) {
            case BuildOutcome.Built(var outputs, _) -> outputs.getFirst();
            case BuildOutcome.Failed(BuildFailure failure) ->
                throw new StepFailure("The build failed: " + failure.message(), failure.log());
            case BuildOutcome.TimedOut() -> throw new StepFailure("The build took longer than allowed and was ended.", List.of());
            case BuildOutcome.Cancelled() -> {
                context.checkCancelled();
                throw new CancellationException("the build was cancelled");
            }
        };
    }

    private static void tell(LogEvent event, ActivityTree tree, StepContext context)
    {
        if (tree == null) {
            return;
        }
        Totals builds = tree.totals(ActivityType.BUILDS);
        switch (event) {
            case LogEvent.Started started when started.type() == ActivityType.BUILD.number() ->
                context.progress(builds.done(), Math.max(builds.expected(), 1), "builds", started.text());
            case LogEvent.Stopped _ when builds.expected() > 0 ->
                context.progress(builds.done(), builds.expected(), "builds", "");
            default -> {
                // Everything else of Nix' log is kept by the tree and shown when the build fails.
            }
        }
    }
}
