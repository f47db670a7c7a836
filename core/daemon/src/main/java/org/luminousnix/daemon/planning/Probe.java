package org.luminousnix.daemon.planning;

import java.util.List;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.daemon.planning.Grammar.check;

/// What must be true of the machine after a plan; "done" is said only when each was looked at and holds.
public sealed interface Probe
{
    /// Returns what is looked at, for a person: `ripgrep is part of the running system`.
    String title();

    /// A package is, or is not, among the packages of the running system.
    ///
    /// @param programs the commands that it is known to bring; each must then be there and executable
    record PackageInSystem(String attribute, boolean present, List<String> programs) implements Probe
    {
        public PackageInSystem
        {
            check(Grammar.isAttribute(attribute), "not an attribute path: " + attribute);
            programs = List.copyOf(programs);
        }

        @Override
        public String title()
        {
            return attribute + (present ? " is part of the running system" : " is no longer part of the running system");
        }
    }

    /// An option of the running configuration has a value.
    ///
    /// @param json the value as JSON text
    record OptionHas(String option, String json) implements Probe
    {
        public OptionHas
        {
            requireNonNull(option, "option is null");
            requireNonNull(json, "json is null");
        }

        @Override
        public String title()
        {
            return option + " is " + json;
        }
    }

    /// The system that was built is the running one, the next one to boot, or both, as the mode says.
    record SystemActive(ActivationMode mode) implements Probe
    {
        public SystemActive
        {
            requireNonNull(mode, "mode is null");
        }

        @Override
        public String title()
        {
            return switch (mode) {
                case SWITCH -> "the new system runs and is the next to boot";
                case BOOT -> "the new system is the next to boot";
                case TEST -> "the new system runs";
                case DRY_ACTIVATE -> "the running system is unchanged";
            };
        }
    }

    /// A generation is the current one and runs.
    record GenerationCurrent(int generation) implements Probe
    {
        public GenerationCurrent
        {
            check(generation >= 1, "generations are numbered from 1, not " + generation);
        }

        @Override
        public String title()
        {
            return "generation " + generation + " is the current one and runs";
        }
    }

    /// Generations are there no longer.
    record GenerationsGone(List<Integer> generations) implements Probe
    {
        public GenerationsGone
        {
            generations = List.copyOf(generations);
        }

        @Override
        public String title()
        {
            return "the deleted generations are gone, the current one is there";
        }
    }

    /// Nothing dead is left in the store.
    record StoreCollected() implements Probe
    {
        @Override
        public String title()
        {
            return "nothing is left in the store that nothing uses";
        }
    }

    /// A package is, or is not, in the person's own profile.
    record PackageInProfile(String name, boolean present) implements Probe
    {
        public PackageInProfile
        {
            requireNonNull(name, "name is null");
        }

        @Override
        public String title()
        {
            return name + (present ? " is in your profile" : " is not in your profile");
        }
    }
}
