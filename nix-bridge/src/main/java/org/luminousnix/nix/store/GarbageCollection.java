package org.luminousnix.nix.store;

import java.util.Set;

import static java.util.Objects.requireNonNull;

/// What the garbage collector is to do.
public sealed interface GarbageCollection
{
    /// Lists what is reachable from a root.
    record ListLive() implements GarbageCollection
    {}

    /// Lists what is not.
    record ListDead() implements GarbageCollection
    {}

    /// Deletes what is not reachable from a root.
    ///
    /// @param mostBytes how much to free before stopping; [Long#MAX_VALUE] is everything
    record DeleteDead(long mostBytes) implements GarbageCollection
    {}

    /// Deletes these objects, and refuses if one of them is alive.
    record Delete(Set<StorePath> paths) implements GarbageCollection
    {
        public Delete
        {
            paths = Set.copyOf(paths);
        }
    }

    /// What came of it.
    ///
    /// @param paths what was listed or deleted, as full paths: a store may also hold what is no valid object
    /// @param bytesFreed how much was freed; 0 where nothing was deleted
    record Outcome(Set<String> paths, long bytesFreed)
    {
        public Outcome
        {
            requireNonNull(paths, "paths is null");
            paths = Set.copyOf(paths);
        }
    }
}
