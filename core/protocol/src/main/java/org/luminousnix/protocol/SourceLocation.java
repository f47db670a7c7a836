package org.luminousnix.protocol;

import java.util.OptionalInt;

import static java.util.Objects.requireNonNull;

/// A place in a file.
///
/// @param file the path
/// @param line the line, from 1
/// @param column the column, from 1
public record SourceLocation(String file, int line, OptionalInt column)
{
    public SourceLocation
    {
        requireNonNull(file, "file is null");
        requireNonNull(column, "column is null");
    }
}
