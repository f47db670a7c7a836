package org.luminousnix.daemon.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// An execution as the journal has it.
///
/// @param beginning what was known when it began
/// @param built the system that it built, by its store path
/// @param ending how it ended; empty while it runs, and of one whose daemon was killed
/// @param steps what was written of its steps, in the order in which it was written
public record ExecutionEntry(Beginning beginning, Optional<String> built, Optional<Ending> ending, List<StepEntry> steps)
{
    public ExecutionEntry
    {
        requireNonNull(beginning, "beginning is null");
        requireNonNull(built, "built is null");
        requireNonNull(ending, "ending is null");
        steps = List.copyOf(steps);
    }

    /// Returns how many steps were begun, at least.
    public int begun()
    {
        return steps.stream().mapToInt(step -> step.step() + 1).max().orElse(0);
    }

    /// What is known when an execution begins.
    ///
    /// @param id names the execution
    /// @param person the account that approved it
    /// @param plan the id of its plan
    /// @param title what comes of it, in words
    /// @param content the whole plan, so that it can be gone on with: as JSON
    public record Beginning(String id, String person, String plan, String title, String content, Instant at)
    {
        public Beginning
        {
            requireNonNull(id, "id is null");
            requireNonNull(person, "person is null");
            requireNonNull(plan, "plan is null");
            requireNonNull(title, "title is null");
            requireNonNull(content, "content is null");
            requireNonNull(at, "at is null");
        }
    }

    /// How an execution ended.
    ///
    /// @param state the state in which it ended, in one word
    /// @param verified whether the result was probed and is as planned
    /// @param report everything that is said of it, as JSON
    public record Ending(String state, boolean verified, String report, Instant at)
    {
        public Ending
        {
            requireNonNull(state, "state is null");
            requireNonNull(report, "report is null");
            requireNonNull(at, "at is null");
        }
    }

    /// What was written of a step.
    ///
    /// @param step which step, from 0
    /// @param state `begun`, or the state in which it ended, in one word
    /// @param note what was done; empty when it began
    public record StepEntry(int step, String state, String note, Instant at)
    {
        public StepEntry
        {
            requireNonNull(state, "state is null");
            requireNonNull(note, "note is null");
            requireNonNull(at, "at is null");
        }
    }
}
