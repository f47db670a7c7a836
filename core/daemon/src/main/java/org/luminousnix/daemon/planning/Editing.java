package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.planning.Outcome.Change;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.daemon.planning.Outcome.Proposal;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.configuration.ConfigurationFiles;
import org.luminousnix.nix.configuration.EditResult;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Computes what edits would make of the configuration files as they are now. Writes nothing.
final class Editing
{
    private final Path directory;

    Editing(Path directory)
    {
        this.directory = requireNonNull(directory, "directory is null");
    }

    /// Returns the change as a draft that edits, builds and switches; where it cannot be made, why, and what to do by hand.
    Outcome proposal(Change change)
    {
        try {
            return switch (ConfigurationFiles.read(directory).apply(change.edits())) {
                case EditResult.Edited edited -> new Proposal(draft(change, edited));
                case EditResult.Unchanged(String reason) -> NotDone.because("Nothing has to be changed: " + reason);
                case EditResult.Refused(String reason, String patch) ->
                    NotDone.because(reason + (patch.isEmpty() ? "" : "\nThis could be done by hand:\n" + patch));
            };
        }
        catch (NixException e) {
            return NotDone.because(e.getMessage());
        }
    }

    private static Draft draft(Change change, EditResult.Edited edited)
    {
        List<FileChange> files = edited.files().stream()
                .map(file -> new FileChange(file.path(), Optional.of(file.before()), Optional.of(file.after()))).toList();
        List<Action> actions = List.of(new Action.EditConfiguration(files, change.title() + " in the configuration"),
                new Action.BuildSystem(),
                new Action.ActivateSystem(ActivationMode.SWITCH));
        List<Probe> probes = new ArrayList<>(List.of(new Probe.SystemActive(ActivationMode.SWITCH)));
        probes.addAll(change.probes());
        List<String> notes = new ArrayList<>(change.notes());
        notes.addAll(edited.notes());
        return new Draft(change.title(), actions, probes, notes);
    }
}
