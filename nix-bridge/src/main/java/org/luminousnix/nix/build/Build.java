package org.luminousnix.nix.build;

import org.luminousnix.nix.activity.Activity;
import org.luminousnix.nix.activity.ActivityTree;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Running;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// A build that has been started.
public final class Build
{
    private static final Pattern BUILDER_FAILED = Pattern
            .compile("(?:builder for|hash mismatch in fixed-output derivation|build of|Cannot build) '([^']+\\.drv)'");

    private final Running running;
    private final ActivityTree tree;

    Build(Running running, ActivityTree tree)
    {
        this.running = requireNonNull(running, "running is null");
        this.tree = requireNonNull(tree, "tree is null");
    }

    /// Returns what is being done; it is alive while the build runs.
    public ActivityTree activities()
    {
        return tree;
    }

    /// Ends the build with everything that it started. Returns at once.
    public void cancel()
    {
        running.cancel();
    }

    /// Waits for the end of the build. An interrupted thread cancels the build and waits for its end.
    public BuildOutcome await()
    {
        Completed completed = running.await();
        return switch (completed.ending()) {
            case TIMED_OUT -> new BuildOutcome.TimedOut();
            case CANCELLED -> new BuildOutcome.Cancelled();
            case EXITED -> completed.exitCode() == 0 ? built(completed) : new BuildOutcome.Failed(failure(completed));
        };
    }

    private static BuildOutcome built(Completed completed)
    {
        List<Path> outputs = completed.output().text().lines().filter(line -> !line.isBlank()).map(Path::of).toList();
        return new BuildOutcome.Built(outputs, completed.containment());
    }

    private BuildFailure failure(Completed completed)
    {
        // Nix tells the builder that failed before all that could therefore not be built.
        String message = tree.problems().isEmpty() ? lastWords(completed) : tree.problems().getFirst().message();
        Optional<Path> derivation = derivation(message);
        return new BuildFailure(message, derivation, derivation.map(this::log).orElse(List.of()));
    }

    private static Optional<Path> derivation(String message)
    {
        Matcher matcher = BUILDER_FAILED.matcher(message);
        return matcher.find() ? Optional.of(Path.of(matcher.group(1))) : Optional.empty();
    }

    private List<String> log(Path derivation)
    {
        return tree.endedBuilds().reversed().stream().filter(build -> build.subject().equals(derivation.toString())).findFirst()
                .map(Activity::log)
                .orElse(List.of());
    }

    private String lastWords(Completed completed)
    {
        List<String> messages = tree.messages();
        return messages.isEmpty() ? "Nix ended with code " + completed.exitCode() : messages.getLast();
    }
}
