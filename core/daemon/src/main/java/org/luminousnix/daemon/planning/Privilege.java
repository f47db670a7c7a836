package org.luminousnix.daemon.planning;

/// Whose rights an action needs.
public enum Privilege
{
    /// Nobody's: it only reads.
    NONE,
    /// The person's own.
    USER,
    /// The system's.
    ROOT
}
