package org.luminousnix.nix.store;

import java.util.Optional;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// What a substituter knows about an object that it can deliver.
///
/// @param downloadSize how many bytes will be fetched; 0 if that is not known
/// @param narSize how many bytes that is when unpacked
public record SubstitutablePath(StorePath path, Optional<StorePath> deriver, Set<StorePath> references, long downloadSize, long narSize)
{
    public SubstitutablePath
    {
        requireNonNull(path, "path is null");
        requireNonNull(deriver, "deriver is null");
        references = Set.copyOf(references);
    }
}
