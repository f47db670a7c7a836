package org.luminousnix.nix.sandbox;

/// What ties a child process to us and keeps it in bounds, as it was really used.
public enum Guard
{
    /// Bubblewrap: the asked profile holds, and the child ends with us together with everything that it started.
    BUBBLEWRAP,
    /// Only the child itself gets a signal when we die (PR_SET_PDEATHSIG); nothing is hidden from it.
    DEATH_SIGNAL,
    /// Nothing.
    NONE
}
