package org.luminousnix.nix.build;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.activity.ActivityTree;
import org.luminousnix.nix.activity.LogEvent;
import org.luminousnix.nix.activity.LogLines;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;

/// Builds derivations by `nix-store --realise`, which every Nix has.
public final class Builder
{
    private static final List<String> JSON_LOG = List.of("--log-format", "internal-json");

    private final NixCommands commands;
    private final Processes processes;
    private final Limits limits;

    /// Creates a builder of this Nix, with a day for each build.
    public Builder(NixLayout layout, Processes processes)
    {
        this(layout, processes, Limits.of(Duration.ofDays(1)));
    }

    /// Creates a builder of this Nix with limits for each build command.
    public Builder(NixLayout layout, Processes processes, Limits limits)
    {
        this.commands = new NixCommands(layout);
        this.processes = requireNonNull(processes, "processes is null");
        this.limits = requireNonNull(limits, "limits is null");
    }

    /// Starts to build a derivation; its events are heard, from one thread, while it runs.
    ///
    /// @param root a link to make to the result, which is then a root for the garbage collector; without one, a collection may delete the
    ///        result before it is used
    public Build start(Path derivation, Optional<Path> root, Consumer<LogEvent> events)
    {
        var argv = new ArrayList<>(List.of("nix-store", "--realise", derivation.toString()));
        argv.addAll(JSON_LOG);
        root.ifPresent(link -> argv.addAll(List.of("--add-root", link.toString(), "--indirect")));
        Command command = commands.command(SandboxKind.BUILD, argv).within(limits);
        var tree = new ActivityTree();
        return new Build(processes.start(
                root.map(link -> command.inside(command.sandbox().writing(link.toAbsolutePath().getParent()))).orElse(command),
                (stream, line) -> hear(stream, line, tree, events)), tree);
    }

    /// Builds a derivation to its end.
    public BuildOutcome build(Path derivation)
    {
        return start(derivation, Optional.empty(), _ -> {}).await();
    }

    /// Returns what a build of this derivation would do; builds nothing.
    ///
    /// @throws org.luminousnix.nix.NixException PROCESS_FAILED if Nix cannot tell
    public BuildPlan plan(Path derivation)
    {
        Command command = commands.command(SandboxKind.BUILD, List.of("nix-store", "--realise", "--dry-run", derivation.toString()));
        Completed completed = processes.run(command.within(Limits.of(Duration.ofMinutes(5)).keeping(64 << 20, 0))).orThrow();
        return BuildPlanReader.read(completed.error().text().lines().toList());
    }

    private static void hear(OutputLines.Stream stream, String line, ActivityTree tree, Consumer<LogEvent> events)
    {
        if (stream == OutputLines.Stream.ERROR) {
            LogEvent event = LogLines.read(line);
            tree.apply(event);
            events.accept(event);
        }
    }
}
