package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// The answer of `execution.wait` and of `execution.cancel`.
///
/// @param execution the name of the execution
/// @param plan the plan that it carries out
/// @param title what comes of it, in words
/// @param state where it stands
/// @param verified whether the result was probed and is as planned
/// @param steps the steps, in order
/// @param error what went wrong
/// @param undoable whether `execution.undo` would give a plan
public record ExecutionView(String execution, String plan, String title, ExecutionState state, boolean verified, List<Step> steps,
        Optional<Failure> error, boolean undoable)
{
    public ExecutionView
    {
        requireNonNull(execution, "execution is null");
        requireNonNull(plan, "plan is null");
        requireNonNull(title, "title is null");
        requireNonNull(state, "state is null");
        steps = List.copyOf(steps);
        requireNonNull(error, "error is null");
    }

    /// One step, and how far it is.
    ///
    /// @param action the kind of action
    /// @param title what it does, in words
    /// @param state where it stands
    /// @param verification how the result was verified, and what was found
    /// @param milliseconds how long it took
    public record Step(String action, String title, StepState state, Optional<String> verification, OptionalLong milliseconds)
    {
        public Step
        {
            requireNonNull(action, "action is null");
            requireNonNull(title, "title is null");
            requireNonNull(state, "state is null");
            requireNonNull(verification, "verification is null");
            requireNonNull(milliseconds, "milliseconds is null");
        }
    }

    /// What went wrong, and what state things are in.
    ///
    /// @param message what failed, in words
    /// @param left what state things are in now
    /// @param log the last lines of the log
    /// @param explanation what the log means
    public record Failure(String message, String left, List<String> log, Optional<ExplainedError> explanation)
    {
        public Failure
        {
            requireNonNull(message, "message is null");
            requireNonNull(left, "left is null");
            log = List.copyOf(log);
            requireNonNull(explanation, "explanation is null");
        }
    }
}
