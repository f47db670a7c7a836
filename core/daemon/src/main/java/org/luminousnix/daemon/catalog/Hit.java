package org.luminousnix.daemon.catalog;

import static java.util.Objects.requireNonNull;

/// Something found, and how well it fits; scores compare within one answer only.
public record Hit<T>(T entry, double score)
{
    public Hit
    {
        requireNonNull(entry, "entry is null");
    }
}
