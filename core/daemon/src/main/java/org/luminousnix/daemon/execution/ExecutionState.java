package org.luminousnix.daemon.execution;

/// Where an execution stands.
public enum ExecutionState
{
    /// Waits for another change of the system to end.
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /// Returns whether nothing more happens in it.
    public boolean isOver()
    {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
