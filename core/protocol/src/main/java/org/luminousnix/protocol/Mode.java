package org.luminousnix.protocol;

/// What the daemon works on.
public enum Mode
{
    /// The machine itself.
    NIXOS,

    /// A real Nix in a directory of its own; the machine is not touched.
    LAB,

    /// The machine itself, which is only looked at.
    READONLY
}
