package org.luminousnix.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `catalog.status` and `catalog.refresh`.
///
/// @param ready whether searches are answered
/// @param refreshing whether an index is being built
/// @param sources where the catalogue comes from
public record CatalogStatus(boolean ready, boolean refreshing, List<Source> sources)
{
    public CatalogStatus
    {
        sources = List.copyOf(sources);
    }

    /// One source of the catalogue.
    ///
    /// @param kind `packages`, `options`, `home-options` or `programs`
    /// @param location the file or the evaluation that it was read from
    /// @param entries how many entries it gave
    /// @param indexed when it was indexed
    /// @param problem why it is not there, and how to get it
    public record Source(String kind, String location, long entries, Optional<Instant> indexed, Optional<String> problem)
    {
        public Source
        {
            requireNonNull(kind, "kind is null");
            requireNonNull(location, "location is null");
            requireNonNull(indexed, "indexed is null");
            requireNonNull(problem, "problem is null");
        }
    }
}
