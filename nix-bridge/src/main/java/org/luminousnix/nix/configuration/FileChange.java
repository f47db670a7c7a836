package org.luminousnix.nix.configuration;

import java.nio.file.Path;

import static java.util.Objects.requireNonNull;

/// A file with its text before and after an edit.
public record FileChange(Path path, String before, String after)
{
    public FileChange
    {
        requireNonNull(path, "path is null");
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }

    /// Returns the change as a unified diff with three lines of context.
    public String diff()
    {
        return UnifiedDiff.of(path.toString(), before, after);
    }
}
