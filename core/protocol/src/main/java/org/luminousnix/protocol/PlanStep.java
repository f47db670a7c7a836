package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One step of a plan.
///
/// @param action the kind of action, `edit-configuration`
/// @param title what it does, in words
/// @param command what a person would have typed, for showing only
/// @param risk what can go wrong
/// @param privilege whose rights it needs
/// @param handoff the arguments of a program that the client runs in the terminal of the person itself, instead of the daemon
public record PlanStep(String action, String title, String command, Risk risk, Privilege privilege, Optional<List<String>> handoff)
{
    public PlanStep
    {
        requireNonNull(action, "action is null");
        requireNonNull(title, "title is null");
        requireNonNull(command, "command is null");
        requireNonNull(risk, "risk is null");
        requireNonNull(privilege, "privilege is null");
        handoff = handoff.map(List::copyOf);
    }
}
