package org.luminousnix.protocol;

import static java.util.Objects.requireNonNull;

/// What changes in one file.
///
/// @param file the absolute path
/// @param diff a unified diff
public record FileEdit(String file, String diff)
{
    public FileEdit
    {
        requireNonNull(file, "file is null");
        requireNonNull(diff, "diff is null");
    }
}
