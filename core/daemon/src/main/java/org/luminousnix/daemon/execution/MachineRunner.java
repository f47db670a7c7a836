package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.ActivationMode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.eval.ConfigurationSource;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.system.ActivationOutcome;
import org.luminousnix.nix.system.NixosSystem;
import org.luminousnix.nix.system.RebuildOutcome;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/// Does actions to a real machine, or to a lab, through nix-bridge.
public final class MachineRunner implements ActionRunner
{
    private final FileChanges files;
    private final SystemBuild build;
    private final NixosSystem system;
    private final Upkeep upkeep;
    private final Supplier<ConfigurationSource> source;

    MachineRunner(FileChanges files, SystemBuild build, NixosSystem system, Upkeep upkeep, Supplier<ConfigurationSource> source)
    {
        this.files = requireNonNull(files, "files is null");
        this.build = requireNonNull(build, "build is null");
        this.system = requireNonNull(system, "system is null");
        this.upkeep = requireNonNull(upkeep, "upkeep is null");
        this.source = requireNonNull(source, "source is null");
    }

    @Override
    public String run(Action action, StepContext context)
    {
        try {
            return done(action, context);
        }
        catch (NixException e) {
            throw new StepFailure(e.getMessage(), List.of());
        }
    }

    private String done(Action action, StepContext context)
    {
        return switch (action) {
            case Action.EditConfiguration(var changes, _) -> files.apply(changes);
            case Action.BuildSystem() -> built(context);
            case Action.ActivateSystem(ActivationMode mode) -> activated(mode, context);
            case Action.RollbackSystem(int generation, _) ->
                told(system.rollBack(generation, org.luminousnix.nix.system.ActivationMode.SWITCH, lines(context)));
            case Action.DeleteGenerations(var numbers) -> upkeep.delete(numbers);
            case Action.CollectGarbage() -> upkeep.collect(context);
            case Action.InstallToProfile(var attributes) -> upkeep.install(attributes, context);
            case Action.RemoveFromProfile(var names) -> upkeep.remove(names, context);
            case Action.ControlService(String unit, var verb) -> upkeep.systemctl(verb.word(), unit);
            case Action.Power(var verb) -> upkeep.systemctl(verb.word());
            case Action.UpdateSource _,Action.WriteProjectFiles _,Action.Handoff _ ->
                throw new StepFailure("This step cannot be done by the daemon yet: " + action.traits().title() + ".", List.of());
        };
    }

    @Override
    public String restore(Action.EditConfiguration edit)
    {
        return files.restore(edit.changes());
    }

    private String built(StepContext context)
    {
        Path built = build.build(source.get(), context);
        context.built(built);
        return "Built " + built.getFileName() + ".";
    }

    private String activated(ActivationMode mode, StepContext context)
    {
        Path built = context.built()
                .orElseThrow(() -> new StepFailure("There is no system that could be activated: none was built before.", List.of()));
        return told(system.activate(built, org.luminousnix.nix.system.ActivationMode.valueOf(mode.name()), lines(context)));
    }

    private static OutputLines lines(StepContext context)
    {
        return (_, line) -> context.log(line);
    }

    private static String told(RebuildOutcome outcome)
    {
        String next = outcome.bootConsequence();
        return switch (outcome.activation()) {
            case ActivationOutcome.Activated(var changes) ->
                (changes.restarted().isEmpty() ? "" : "Restarted " + String.join(", ", changes.restarted()) + ". ") + next;
            case ActivationOutcome.NeedsRestart() -> "The new system comes with the next restart of the machine. " + next;
            case ActivationOutcome.Refused(String output) -> throw failure("It was refused before anything was activated.", next, output);
            case ActivationOutcome.ScriptFailed(String output) -> throw failure("The activation script failed in part.", next, output);
            case ActivationOutcome.UnitsFailed(var units, String output) ->
                throw failure("These units did not start: " + String.join(", ", units) + ".", next, output);
            case ActivationOutcome.AlreadyRunning() -> throw failure("Another activation is under way.", next, "");
            case ActivationOutcome.Broken(int exitCode, String output) ->
                throw failure("The activation ended with code %d.".formatted(exitCode), next, output);
        };
    }

    private static StepFailure failure(String message, String next, String output)
    {
        List<String> lines = output.lines().toList();
        return new StepFailure(message + " " + next, lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }
}
