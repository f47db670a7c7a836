package org.luminousnix.nix.activity;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of activity that are known (`ActivityType` of Nix' logging.hh). There may be others, which are kept by their number.
public enum ActivityType
{
    /// Anything that has a text alone, as an evaluation.
    OTHER(0),
    /// One store path copied: fields path, source, destination; progress in bytes.
    COPY_PATH(100),
    /// One file transferred: field URI; progress in bytes.
    FILE_TRANSFER(101),
    /// One request to build or substitute, which receives the expected totals.
    REALISE(102),
    /// The counter of substituted paths.
    COPY_PATHS(103),
    /// The counter of built derivations.
    BUILDS(104),
    /// One derivation built: fields derivation, machine, round, rounds.
    BUILD(105),
    /// The store being optimised.
    OPTIMISE_STORE(106),
    /// Paths being verified.
    VERIFY_PATHS(107),
    /// One path substituted: fields path, substituter.
    SUBSTITUTE(108),
    /// A substituter asked for a path: fields path, substituter.
    QUERY_PATH_INFO(109),
    /// The hook after a build: field derivation.
    POST_BUILD_HOOK(110),
    /// A build that waits for a lock, a machine or a build user.
    BUILD_WAITING(111),
    /// A source tree being fetched, since Nix 2.20.
    FETCH_TREE(112),
    /// A source path being copied to the store, since Nix 2.36.
    FETCH_TO_STORE(113);

    private final int number;

    ActivityType(int number)
    {
        this.number = number;
    }

    /// Returns the number that stands for this kind in logs and in the worker protocol.
    public int number()
    {
        return number;
    }

    /// Returns the kind of this number, empty if it is not known.
    public static Optional<ActivityType> of(long number)
    {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
