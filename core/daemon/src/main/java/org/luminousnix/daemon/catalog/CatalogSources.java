package org.luminousnix.daemon.catalog;

import java.nio.file.Path;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The files that a catalog is built from, each of which may be absent. `.br` and `.gz` files are unpacked while they are read.
///
/// @param packages a channel's `packages.json`, or what `nix-env -qaP --json --meta` printed
/// @param options the NixOS `options.json`
/// @param homeOptions home-manager's `options.json`
/// @param programs the channel's `programs.sqlite`
public record CatalogSources(Optional<Path> packages, Optional<Path> options, Optional<Path> homeOptions, Optional<Path> programs)
{
    public CatalogSources
    {
        requireNonNull(packages, "packages is null");
        requireNonNull(options, "options is null");
        requireNonNull(homeOptions, "homeOptions is null");
        requireNonNull(programs, "programs is null");
    }

    /// Returns sources of which there are none: a catalog that finds nothing.
    public static CatalogSources none()
    {
        return new CatalogSources(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
