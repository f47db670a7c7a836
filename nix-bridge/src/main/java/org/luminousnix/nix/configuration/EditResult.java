package org.luminousnix.nix.configuration;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// What comes of edits.
public sealed interface EditResult
{
    /// Files are changed.
    ///
    /// @param notes what a person should know about it, such as that a list counts only under a condition
    record Edited(List<FileChange> files, List<String> notes) implements EditResult
    {
        public Edited
        {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }

        /// Returns all changes as one unified diff.
        public String diff()
        {
            StringBuilder all = new StringBuilder();
            files.forEach(file -> all.append(file.diff()));
            return all.toString();
        }
    }

    /// All is as wanted already.
    record Unchanged(String reason) implements EditResult
    {
        public Unchanged
        {
            requireNonNull(reason, "reason is null");
        }
    }

    /// The configuration has a shape in which the edit could do harm; nothing is changed.
    ///
    /// @param patch what a person could do instead: a unified diff, or lines to put in; empty if nothing can be said
    record Refused(String reason, String patch) implements EditResult
    {
        public Refused
        {
            requireNonNull(reason, "reason is null");
            requireNonNull(patch, "patch is null");
        }
    }
}
