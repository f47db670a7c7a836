package org.luminousnix.protocol;

/// What can go wrong with a step or a plan, mildest first.
public enum Risk
{
    /// Nothing is changed.
    READ_ONLY,

    /// A tested undo brings the state before back.
    REVERSIBLE,

    /// Something that runs is stopped or restarted.
    DISRUPTIVE,

    /// Something is lost for good.
    DESTRUCTIVE
}
