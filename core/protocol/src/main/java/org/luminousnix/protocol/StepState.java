package org.luminousnix.protocol;

/// Where one step of an execution stands.
public enum StepState
{
    /// Not begun.
    PENDING,

    /// Begun.
    RUNNING,

    /// Done.
    SUCCEEDED,

    /// Tried, and failed.
    FAILED,

    /// Not needed, or not reached.
    SKIPPED,

    /// Cancelled before its end.
    CANCELLED,

    /// Done, and taken back after a later step failed.
    UNDONE
}
