package org.luminousnix.daemon.planning;

import java.nio.file.Path;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// A file's whole text before and after a change; empty where the file does not exist.
///
/// It is carried out only while the file still holds `before`, and taken back only while it holds `after`.
public record FileChange(Path file, Optional<String> before, Optional<String> after)
{
    public FileChange
    {
        requireNonNull(file, "file is null");
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
        if (!file.isAbsolute()) {
            throw new IllegalArgumentException("a file to change is named absolutely, not " + file);
        }
        if (before.equals(after)) {
            throw new IllegalArgumentException("nothing would change in " + file);
        }
    }

    /// Returns the change that takes this one back.
    public FileChange reversed()
    {
        return new FileChange(file, after, before);
    }
}
