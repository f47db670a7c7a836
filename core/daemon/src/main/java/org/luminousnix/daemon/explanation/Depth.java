package org.luminousnix.daemon.explanation;

/// How deep an explanation goes.
public enum Depth
{
    /// One sentence.
    SIMPLE,
    /// With the words that led to it, and what else it might have been.
    DETAILED,
    /// With weights, probabilities and the digest of the plan.
    TECHNICAL
}
