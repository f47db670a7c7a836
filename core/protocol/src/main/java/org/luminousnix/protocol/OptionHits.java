package org.luminousnix.protocol;

import java.util.List;

/// The answer of `catalog.searchOptions`.
///
/// @param hits the options, best first
/// @param tookMicros how long the search took, in microseconds
public record OptionHits(List<OptionHit> hits, long tookMicros)
{
    public OptionHits
    {
        hits = List.copyOf(hits);
    }
}
