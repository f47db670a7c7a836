package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.planning.FileChange;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.configuration.NixFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the texts of configuration files, each only over the text that the change was computed from.
public final class FileChanges
{
    private final boolean backups;

    /// @param backups whether the former text is left beside the file
    FileChanges(boolean backups)
    {
        this.backups = backups;
    }

    /// Returns whether a file still holds what a change starts from.
    public static boolean holds(FileChange change)
    {
        return text(change).equals(change.before());
    }

    private static boolean isDone(FileChange change)
    {
        return text(change).equals(change.after());
    }

    private static Optional<String> text(FileChange change)
    {
        try {
            return Optional.of(NixFile.read(change.file()).text());
        }
        catch (NixException e) {
            return Optional.empty();
        }
    }

    /// Writes all changes; where one cannot be written, those before it are taken back.
    ///
    /// @throws StepFailure when a file was changed since the change was computed
    String apply(List<FileChange> changes)
    {
        Optional<FileChange> stale = changes.stream().filter(change -> !holds(change)).findFirst();
        if (stale.isPresent()) {
            throw new StepFailure(
                    "%s was changed since the plan was made, so nothing was written. Ask again for a plan of the file as it is now."
                            .formatted(stale.get().file()),
                    List.of());
        }
        List<FileChange> written = new ArrayList<>();
        try {
            for (FileChange change : changes) {
                write(change, backups);
                written.add(change);
            }
        }
        catch (NixException e) {
            written.forEach(change -> write(change.reversed(), false));
            throw e;
        }
        return "Wrote " + names(changes) + ".";
    }

    /// Takes changes back where the files hold what was written, and says what was found and done.
    String restore(List<FileChange> changes)
    {
        List<FileChange> done = changes.stream().filter(FileChanges::isDone).toList();
        try {
            done.forEach(change -> write(change.reversed(), false));
        }
        catch (NixException e) {
            return "The configuration could not be brought back: " + e.getMessage() + ".";
        }
        List<FileChange> foreign = changes.stream().filter(change -> !holds(change)).toList();
        if (!foreign.isEmpty()) {
            return "%s was changed by somebody else meanwhile and stays as it is.".formatted(names(foreign));
        }
        return done.isEmpty() ? "The configuration had not been changed." : "The configuration is as it was.";
    }

    private static void write(FileChange change, boolean backup)
    {
        String text = change.after()
                .orElseThrow(() -> new StepFailure(change.file() + " would be deleted, which no edit does.", List.of()));
        NixFile.read(change.file()).write(text, backup);
    }

    private static String names(List<FileChange> changes)
    {
        return changes.stream().map(change -> change.file().toString()).collect(Collectors.joining(", "));
    }
}
