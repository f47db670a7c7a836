package org.luminousnix.protocol;

import java.util.List;

/// The answer of `catalog.searchPackages` and `catalog.providers`.
///
/// @param hits the packages, best first
/// @param tookMicros how long the search took, in microseconds
public record PackageHits(List<PackageHit> hits, long tookMicros)
{
    public PackageHits
    {
        hits = List.copyOf(hits);
    }
}
