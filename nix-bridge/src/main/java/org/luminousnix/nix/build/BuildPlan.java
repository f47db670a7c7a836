package org.luminousnix.nix.build;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// What a build would do.
///
/// @param builds the derivations that would be built
/// @param downloads the store paths that would be fetched
/// @param unknown the store paths that nobody knows how to make
/// @param downloadBytes how much would be fetched, to the precision of Nix' message; empty if nothing is
/// @param unpackedBytes how much room that takes in the store, to the precision of Nix' message; empty if nothing is fetched
public record BuildPlan(List<Path> builds, List<Path> downloads, List<Path> unknown, OptionalLong downloadBytes, OptionalLong unpackedBytes)
{
    public BuildPlan
    {
        builds = List.copyOf(builds);
        downloads = List.copyOf(downloads);
        unknown = List.copyOf(unknown);
        requireNonNull(downloadBytes, "downloadBytes is null");
        requireNonNull(unpackedBytes, "unpackedBytes is null");
    }

    /// Returns whether everything is there already.
    public boolean isEmpty()
    {
        return builds.isEmpty() && downloads.isEmpty() && unknown.isEmpty();
    }
}
