package org.luminousnix.nix.sandbox;

/// The kinds of child process, from the most confined to the free one.
public enum SandboxKind
{
    /// Parses or evaluates: read-only files, private `/tmp`, no network, no capabilities.
    EVALUATION,
    /// Looks at the machine: read-only files, private `/tmp`, the machine's network, no capabilities.
    PROBE,
    /// Builds as a client or on the spot: read-only files but for the store and `/tmp`, network for downloads.
    BUILD,
    /// Writes where the person may write, yet dies with us, with all that it started.
    TETHERED,
    /// Collects garbage: as [#TETHERED], but sees all processes of the machine, whose open files are roots.
    COLLECTION,
    /// Runs free, and lives on when we die: for activation, which must not stop half-way.
    NONE
}
