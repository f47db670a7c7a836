package org.luminousnix.nix.configuration;

import java.nio.file.Path;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One place where an option is given a value.
///
/// @param written the value as it is written
/// @param value the value, if it needs no evaluation
/// @param conditional whether it counts only under a condition
public record OptionPlace(Path file, int line, int column, String written, Optional<NixValue> value, boolean conditional)
{
    public OptionPlace
    {
        requireNonNull(file, "file is null");
        requireNonNull(written, "written is null");
        requireNonNull(value, "value is null");
    }
}
