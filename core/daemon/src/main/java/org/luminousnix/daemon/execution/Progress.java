package org.luminousnix.daemon.execution;

import java.util.Optional;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// What happens in a step.
///
/// @param step the step, from 0
/// @param kind what happened
/// @param done how much is done, in `unit`
/// @param expected how much there is to do, in `unit`
/// @param unit what is counted: `builds`
/// @param text the line to show
public record Progress(int step, Kind kind, OptionalLong done, OptionalLong expected, Optional<String> unit, Optional<String> text)
{
    public Progress
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(done, "done is null");
        requireNonNull(expected, "expected is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(text, "text is null");
    }

    /// Returns progress that consists of a text.
    public static Progress of(int step, Kind kind, String text)
    {
        return new Progress(step, kind, OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), Optional.of(text));
    }

    /// What can happen.
    public enum Kind
    {
        STARTED,
        PROGRESS,
        LOG,
        FINISHED,
        FAILED
    }
}
