package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.planning.Plan;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// What survives a crash: every call returns only when what it says is on the disk.
public interface Journal
{
    void begun(String execution, Plan plan);

    void stepBegun(String execution, int step);

    /// @param note what was done; for a build, what was built is told by {@link #built}
    void stepEnded(String execution, int step, StepState state, String note);

    /// The system that the execution built, by its store path.
    void built(String execution, String system);

    void ended(ExecutionReport report);

    /// Returns the executions that began and did not end: those of a daemon that was killed.
    List<Unfinished> unfinished();

    /// An execution that did not end.
    ///
    /// @param begun how many steps were begun, at least
    /// @param built the system that was built; empty where none was
    record Unfinished(String execution, Plan plan, int begun, String built)
    {
        public Unfinished
        {
            requireNonNull(execution, "execution is null");
            requireNonNull(plan, "plan is null");
            requireNonNull(built, "built is null");
        }
    }
}
