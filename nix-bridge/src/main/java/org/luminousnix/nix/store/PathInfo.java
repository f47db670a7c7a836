package org.luminousnix.nix.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// What a store knows about one of its objects.
///
/// @param path the object
/// @param deriver the derivation that made it, where that is known
/// @param narHash the hash of its NAR serialisation
/// @param references what it refers to, itself included if it does
/// @param registered when it came into the store, to the second
/// @param narSize how many bytes its NAR serialisation has
/// @param ultimate whether it was built here
/// @param signatures `key:base64` each
/// @param contentAddress what its path was made from, if from its content
public record PathInfo(StorePath path, Optional<StorePath> deriver, NarHash narHash, Set<StorePath> references, Instant registered,
        long narSize, boolean ultimate, Set<String> signatures, Optional<ContentAddress> contentAddress)
{
    public PathInfo
    {
        requireNonNull(path, "path is null");
        requireNonNull(deriver, "deriver is null");
        requireNonNull(narHash, "narHash is null");
        references = Set.copyOf(references);
        requireNonNull(registered, "registered is null");
        signatures = Set.copyOf(signatures);
        requireNonNull(contentAddress, "contentAddress is null");
        if (narSize < 0) {
            throw nixException(INVALID_ARGUMENT, "the size of %s is negative: %d", path, narSize);
        }
    }
}
