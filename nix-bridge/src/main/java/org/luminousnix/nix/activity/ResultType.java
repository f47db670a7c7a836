package org.luminousnix.nix.activity;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of result that an activity may have (`ResultType` of Nix' logging.hh). There may be others, which are kept by their number.
public enum ResultType
{
    /// A file was hard-linked: fields bytes, blocks.
    FILE_LINKED(100),
    /// A builder wrote a line.
    BUILD_LOG_LINE(101),
    /// A path has no signature that is trusted.
    UNTRUSTED_PATH(102),
    /// A path is not what it should be.
    CORRUPTED_PATH(103),
    /// A builder entered a phase.
    SET_PHASE(104),
    /// Fields done, expected, running, failed.
    PROGRESS(105),
    /// Fields activity type, expected total.
    SET_EXPECTED(106),
    /// The hook after a build wrote a line.
    POST_BUILD_LOG_LINE(107),
    /// A fetch says how far it is, since Nix 2.20.
    FETCH_STATUS(108);

    private final int number;

    ResultType(int number)
    {
        this.number = number;
    }

    /// Returns the number that stands for this kind in logs and in the worker protocol.
    public int number()
    {
        return number;
    }

    /// Returns the kind of this number, empty if it is not known.
    public static Optional<ResultType> of(long number)
    {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
