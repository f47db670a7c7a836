package org.luminousnix.nix.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Why a build gave no result.
///
/// @param message what is wrong, in Nix' words
/// @param derivation whose builder failed, which may be a dependency of what was asked for; empty if it was not a builder
/// @param log the last lines that this builder wrote
public record BuildFailure(String message, Optional<Path> derivation, List<String> log)
{
    public BuildFailure
    {
        requireNonNull(message, "message is null");
        requireNonNull(derivation, "derivation is null");
        log = List.copyOf(log);
    }
}
