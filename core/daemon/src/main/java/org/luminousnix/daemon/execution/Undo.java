package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Action.EditConfiguration;
import org.luminousnix.daemon.planning.ActivationMode;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.FileChange;
import org.luminousnix.daemon.planning.Probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Proposes what takes an executed draft back.
public final class Undo
{
    private Undo()
    {}

    /// Returns the draft that takes another back; empty where nothing can: what was deleted stays deleted.
    public static Optional<Draft> of(Draft done)
    {
        List<Action> actions = new ArrayList<>();
        List<Probe> probes = new ArrayList<>();
        List<EditConfiguration> edits = done.actions().stream().filter(EditConfiguration.class::isInstance)
                .map(EditConfiguration.class::cast).toList();
        edits.reversed().forEach(edit -> actions.add(edit.reversed()));
        if (!edits.isEmpty()) {
            actions.add(new Action.BuildSystem());
            actions.add(new Action.ActivateSystem(ActivationMode.SWITCH));
            probes.add(new Probe.SystemActive(ActivationMode.SWITCH));
            done.probes().forEach(probe -> opposite(probe).ifPresent(probes::add));
        }
        done.actions().forEach(action -> reversed(action).ifPresent(actions::add));
        actions.stream().filter(Action.RollbackSystem.class::isInstance).map(Action.RollbackSystem.class::cast)
                .forEach(back -> probes.add(new Probe.GenerationCurrent(back.generation())));
        return actions.isEmpty() ? Optional.empty() : Optional.of(new Draft("Take back: " + done.title(), actions, probes, List.of()));
    }

    /// Returns the files of a draft that no longer hold what it wrote: taking it back would lose what was written since.
    public static List<FileChange> conflicts(Draft undo, Predicate<FileChange> stillHolds)
    {
        return undo.actions().stream().filter(EditConfiguration.class::isInstance).map(EditConfiguration.class::cast)
                .flatMap(edit -> edit.changes().stream())
                .filter(change -> !stillHolds.test(change)).toList();
    }

    private static Optional<Probe> opposite(Probe probe)
    {
        return switch (probe) {
            case Probe.PackageInSystem(String attribute, boolean present, var programs) ->
                Optional.of(new Probe.PackageInSystem(attribute, !present, present ? List.of() : programs));
            case Probe.OptionHas _,Probe.SystemActive _,Probe.GenerationCurrent _,Probe.GenerationsGone _,Probe.StoreCollected _,Probe.PackageInProfile _ ->
                Optional.empty();
        };
    }

    private static Optional<Action> reversed(Action action)
    {
        return switch (action) {
            case Action.InstallToProfile(var attributes) -> Optional.of(new Action.RemoveFromProfile(attributes));
            case Action.RemoveFromProfile(var attributes) -> Optional.of(new Action.InstallToProfile(attributes));
            case Action.RollbackSystem back -> Optional.of(back.reversed());
            case Action.EditConfiguration _,Action.BuildSystem _,Action.ActivateSystem _,Action.DeleteGenerations _,Action.CollectGarbage _,Action.UpdateSource _,Action.ControlService _,Action.Power _,Action.WriteProjectFiles _,Action.Handoff _ ->
                Optional.empty();
        };
    }
}
