package org.luminousnix.protocol;

import java.util.Optional;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// The parameters of the notification `execution.event`.
///
/// @param execution the name of the execution
/// @param step the step, from 0
/// @param kind what happened
/// @param done how much is done, in `unit`
/// @param expected how much there is to do, in `unit`
/// @param unit what is counted: `builds`, `bytes`, `paths`
/// @param text the line to show
public record ExecutionEvent(String execution, int step, Kind kind, OptionalLong done, OptionalLong expected, Optional<String> unit, Optional<String> text)
{
    public ExecutionEvent
    {
        requireNonNull(execution, "execution is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(done, "done is null");
        requireNonNull(expected, "expected is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(text, "text is null");
    }

    /// What can happen in a step.
    public enum Kind
    {
        /// The step begins.
        STARTED,

        /// More is done.
        PROGRESS,

        /// A line of the log.
        LOG,

        /// The step is done.
        FINISHED,

        /// The step failed.
        FAILED
    }
}
