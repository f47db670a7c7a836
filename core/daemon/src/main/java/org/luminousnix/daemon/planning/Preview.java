package org.luminousnix.daemon.planning;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// What a draft would do, computed without doing it.
public sealed interface Preview
{
    /// It can be done.
    ///
    /// @param diffs the files that change
    /// @param builds the derivations that would be built, by the names of what they make
    /// @param downloadBytes what would be downloaded; empty where nothing is, or Nix cannot tell
    /// @param warnings what to know before agreeing
    record Possible(List<FileDiff> diffs, List<String> builds, OptionalLong downloadBytes, List<String> warnings) implements Preview
    {
        public Possible
        {
            diffs = List.copyOf(diffs);
            builds = List.copyOf(builds);
            requireNonNull(downloadBytes, "downloadBytes is null");
            warnings = List.copyOf(warnings);
        }
    }

    /// It cannot be done: the configuration that it would make does not evaluate.
    ///
    /// @param message what Nix says
    record Impossible(List<FileDiff> diffs, String message) implements Preview
    {
        public Impossible
        {
            diffs = List.copyOf(diffs);
            requireNonNull(message, "message is null");
        }
    }

    /// What changes in one file, as a unified diff.
    record FileDiff(Path file, String diff)
    {
        public FileDiff
        {
            requireNonNull(file, "file is null");
            requireNonNull(diff, "diff is null");
        }
    }
}
