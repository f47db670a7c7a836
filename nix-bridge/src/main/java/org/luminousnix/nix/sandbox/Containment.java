package org.luminousnix.nix.sandbox;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// How a child process was really confined, which may be less than what was asked for.
///
/// @param asked the kind of sandbox that was asked for
/// @param guard what was used
/// @param shortfalls what was asked for and not had, as sentences for people; empty where all was had
public record Containment(SandboxKind asked, Guard guard, List<String> shortfalls)
{
    public Containment
    {
        requireNonNull(asked, "asked is null");
        requireNonNull(guard, "guard is null");
        shortfalls = List.copyOf(shortfalls);
    }

    /// Returns whether the child had all the confinement that was asked for.
    public boolean isComplete()
    {
        return shortfalls.isEmpty();
    }
}
