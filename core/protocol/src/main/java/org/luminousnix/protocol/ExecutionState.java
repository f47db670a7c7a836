package org.luminousnix.protocol;

/// Where an execution stands.
public enum ExecutionState
{
    /// Steps are being done.
    RUNNING,

    /// All steps are done and verified.
    SUCCEEDED,

    /// A step failed; what was changed before is restored, or the error says what is not.
    FAILED,

    /// It was cancelled; what was changed before is restored, or the error says what is not.
    CANCELLED
}
