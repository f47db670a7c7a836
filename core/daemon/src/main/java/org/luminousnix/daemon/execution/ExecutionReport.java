package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.planning.Plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// An execution at one moment.
///
/// @param verified whether every probe of the plan was looked at and holds
/// @param failure what went wrong; empty while nothing has
public record ExecutionReport(String id, Plan plan, ExecutionState state, boolean verified, List<Step> steps, Optional<Failure> failure)
{
    public ExecutionReport
    {
        requireNonNull(id, "id is null");
        requireNonNull(plan, "plan is null");
        requireNonNull(state, "state is null");
        steps = List.copyOf(steps);
        requireNonNull(failure, "failure is null");
    }

    /// One step: an action, or a probe of the result.
    ///
    /// @param kind the action's kind, or `verify`
    /// @param note what was done or seen; empty before
    public record Step(String kind, String title, StepState state, Optional<String> note, OptionalLong milliseconds)
    {
        public Step
        {
            requireNonNull(kind, "kind is null");
            requireNonNull(title, "title is null");
            requireNonNull(state, "state is null");
            requireNonNull(note, "note is null");
            requireNonNull(milliseconds, "milliseconds is null");
        }

        Step became(StepState next, Optional<String> said, OptionalLong took)
        {
            return new Step(kind, title, next, said, took);
        }
    }

    /// What went wrong.
    ///
    /// @param message what failed
    /// @param left what state things are in now
    /// @param log the last lines of the log
    public record Failure(String message, String left, List<String> log)
    {
        public Failure
        {
            requireNonNull(message, "message is null");
            requireNonNull(left, "left is null");
            log = List.copyOf(log);
        }
    }
}
