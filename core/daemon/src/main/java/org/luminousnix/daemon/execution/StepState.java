package org.luminousnix.daemon.execution;

/// Where one step of an execution stands.
public enum StepState
{
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /// Done, and taken back since a later step failed or was cancelled.
    UNDONE,
    /// Not reached.
    SKIPPED
}
