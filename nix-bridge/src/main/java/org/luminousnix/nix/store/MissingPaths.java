package org.luminousnix.nix.store;

import java.util.Set;

/// What has to be done before some derived paths are there.
///
/// @param willBuild the derivations to build
/// @param willSubstitute the objects to fetch
/// @param unknown what can be neither built nor fetched
/// @param downloadSize how many bytes will be fetched
/// @param narSize how many bytes that is when unpacked
public record MissingPaths(Set<StorePath> willBuild, Set<StorePath> willSubstitute, Set<StorePath> unknown, long downloadSize,
        long narSize)
{
    public MissingPaths
    {
        willBuild = Set.copyOf(willBuild);
        willSubstitute = Set.copyOf(willSubstitute);
        unknown = Set.copyOf(unknown);
    }

    /// Returns whether everything is there already.
    public boolean nothing()
    {
        return willBuild.isEmpty() && willSubstitute.isEmpty() && unknown.isEmpty();
    }
}
