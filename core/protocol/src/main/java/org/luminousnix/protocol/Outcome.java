package org.luminousnix.protocol;

/// What came of a request, for clients that act on it.
public enum Outcome
{
    /// The reply is the answer.
    ANSWERED,

    /// A plan waits for approval.
    PLANNED,

    /// A question has to be answered first.
    QUESTION,

    /// The request was understood and is not allowed or not possible; the reply says why.
    REFUSED,

    /// The request was not understood, or is not about this machine.
    NOT_UNDERSTOOD,

    /// The request was understood and tried, and failed; the reply says at what.
    FAILED
}
