package org.luminousnix.nix.system;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// How `switch-to-configuration` ended.
public sealed interface ActivationOutcome
{
    /// Returns whether the system is as it was asked for, now or after a start.
    default boolean succeeded()
    {
        return this instanceof Activated || this instanceof NeedsRestart;
    }

    /// All is done (code 0).
    ///
    /// @param changes which units it said to change, or that it would change
    record Activated(UnitChanges changes) implements ActivationOutcome
    {
        public Activated
        {
            requireNonNull(changes, "changes is null");
        }
    }

    /// The new system only comes with a restart of the machine: its init speaks another version (code 100).
    record NeedsRestart() implements ActivationOutcome
    {}

    /// A check before, or the installation of the boot loader, failed; nothing was activated (code 1).
    record Refused(String output) implements ActivationOutcome
    {
        public Refused
        {
            requireNonNull(output, "output is null");
        }
    }

    /// The activation script failed in part; the rest went on (code 2).
    record ScriptFailed(String output) implements ActivationOutcome
    {
        public ScriptFailed
        {
            requireNonNull(output, "output is null");
        }
    }

    /// Units did not start or reload (code 4).
    ///
    /// @param units which, as far as they were told
    /// @param output what was said
    record UnitsFailed(List<String> units, String output) implements ActivationOutcome
    {
        public UnitsFailed
        {
            units = List.copyOf(units);
            requireNonNull(output, "output is null");
        }
    }

    /// Another activation is under way; nothing was done.
    record AlreadyRunning() implements ActivationOutcome
    {}

    /// It ended in a way that is not known, or did not end in time.
    record Broken(int exitCode, String output) implements ActivationOutcome
    {
        public Broken
        {
            requireNonNull(output, "output is null");
        }
    }
}
