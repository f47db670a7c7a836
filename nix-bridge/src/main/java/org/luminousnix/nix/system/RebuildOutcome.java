package org.luminousnix.nix.system;

import java.util.OptionalInt;

import static java.util.Objects.requireNonNull;

/// What became of a system that was to be activated.
///
/// @param activation how the activation ended
/// @param before the generation that the profile pointed at before, empty if there was none
/// @param next the generation that the next start takes now, empty if there is none
public record RebuildOutcome(ActivationOutcome activation, OptionalInt before, OptionalInt next)
{
    public RebuildOutcome
    {
        requireNonNull(activation, "activation is null");
        requireNonNull(before, "before is null");
        requireNonNull(next, "next is null");
    }

    /// Returns whether the activation failed although the next start will take the new generation: a rollback should be offered.
    public boolean isHalfDone()
    {
        return !activation.succeeded() && !before.equals(next);
    }

    /// Returns what the next start of the machine will do, in a sentence.
    public String bootConsequence()
    {
        if (next.isEmpty()) {
            return "No generation is set for the next start.";
        }
        return before.equals(next)
                ? "The next start takes generation " + next.getAsInt() + ", as before."
                : "The next start takes generation " + next.getAsInt() + (before.isPresent() ? " instead of " + before.getAsInt() : "")
                        + ".";
    }
}
