package org.luminousnix.daemon.planning;

/// How much an action can hurt, mildest first; a plan has the risk of its worst action.
public enum Risk
{
    /// Changes nothing.
    READ_ONLY,
    /// Changes something that the assistant can take back.
    REVERSIBLE,
    /// Can be taken back, and interrupts something or somebody meanwhile.
    DISRUPTIVE,
    /// Cannot be taken back.
    DESTRUCTIVE;

    /// Returns the worse of the two.
    public Risk or(Risk other)
    {
        return compareTo(other) >= 0 ? this : other;
    }
}
