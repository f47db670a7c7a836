package org.luminousnix.daemon.catalog;

import java.time.Instant;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What the catalog holds now.
///
/// @param sources the hash of the source files that it was built from; empty before the first build
/// @param built when the index was built
/// @param refreshing whether a newer index is being built in the background
/// @param failure why the last refresh failed, in one sentence; empty where it did not
public record CatalogStatus(int packages, int options, int programs, String sources, Optional<Instant> built, boolean refreshing,
        Optional<String> failure)
{
    public CatalogStatus
    {
        requireNonNull(sources, "sources is null");
        requireNonNull(built, "built is null");
        requireNonNull(failure, "failure is null");
    }
}
