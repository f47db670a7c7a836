package org.luminousnix.daemon.planning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.daemon.planning.Grammar.check;
import static org.luminousnix.daemon.planning.Privilege.NONE;
import static org.luminousnix.daemon.planning.Privilege.ROOT;
import static org.luminousnix.daemon.planning.Privilege.USER;
import static org.luminousnix.daemon.planning.Risk.DESTRUCTIVE;
import static org.luminousnix.daemon.planning.Risk.DISRUPTIVE;
import static org.luminousnix.daemon.planning.Risk.READ_ONLY;
import static org.luminousnix.daemon.planning.Risk.REVERSIBLE;

/// What a plan may do. There is nothing else that it may do.
///
/// Arguments are values with a grammar, checked here once; no action holds text for a shell.
public sealed interface Action
{
    /// Returns what is to be known of it before it is done.
    Traits traits();

    /// Returns its name on the wire and in the journal: `edit-configuration`.
    default String kind()
    {
        return kindOf(getClass());
    }

    /// Returns the name of a kind of action.
    static String kindOf(Class<?> action)
    {
        return HUMP.matcher(action.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /// Replaces the text of configuration files.
    record EditConfiguration(List<FileChange> changes, String summary) implements Action
    {
        public EditConfiguration
        {
            changes = List.copyOf(changes);
            requireNonNull(summary, "summary is null");
            check(!changes.isEmpty(), "an edit changes at least one file");
        }

        @Override
        public Traits traits()
        {
            return Traits.of(REVERSIBLE, ROOT, summary, "sudoedit", changes.getFirst().file().toString());
        }

        /// Returns the edit that takes this one back.
        public EditConfiguration reversed()
        {
            return new EditConfiguration(changes.reversed().stream().map(FileChange::reversed).toList(), "Take back: " + summary);
        }
    }

    /// Evaluates and builds the configuration as it stands then; nothing is activated.
    record BuildSystem() implements Action
    {
        @Override
        public Traits traits()
        {
            return Traits.of(READ_ONLY, USER, "Build the system", "nixos-rebuild", "build");
        }
    }

    /// Makes the system that the step before built the running or the next one.
    record ActivateSystem(ActivationMode mode) implements Action
    {
        public ActivateSystem
        {
            requireNonNull(mode, "mode is null");
        }

        @Override
        public Traits traits()
        {
            return Traits.of(mode == ActivationMode.DRY_ACTIVATE ? READ_ONLY : REVERSIBLE, ROOT, mode.title(), "sudo", "nixos-rebuild",
                    mode.word());
        }
    }

    /// Makes another generation the current one and activates it.
    ///
    /// @param from the generation that was current when this was proposed
    record RollbackSystem(int generation, int from) implements Action
    {
        public RollbackSystem
        {
            check(generation >= 1 && from >= 1, "generations are numbered from 1, not " + generation + " and " + from);
        }

        /// Returns the action that takes this one back.
        public RollbackSystem reversed()
        {
            return new RollbackSystem(from, generation);
        }

        @Override
        public Traits traits()
        {
            return Traits.of(DISRUPTIVE, ROOT, "Go back to generation " + generation,
                    "sudo", "nix-env", "-p", "/nix/var/nix/profiles/system", "--switch-generation", Integer.toString(generation));
        }
    }

    /// Deletes system generations by number; their store paths stay until a collection.
    record DeleteGenerations(List<Integer> generations) implements Action
    {
        public DeleteGenerations
        {
            generations = List.copyOf(generations);
            check(!generations.isEmpty(), "at least one generation is named");
            generations.forEach(generation -> check(generation >= 1, "generations are numbered from 1, not " + generation));
        }

        @Override
        public Traits traits()
        {
            return Traits.of(DESTRUCTIVE, ROOT, "Delete generations " + joined(generations, ", "),
                    "sudo", "nix-env", "-p", "/nix/var/nix/profiles/system", "--delete-generations", joined(generations, " "));
        }
    }

    /// Deletes store paths that nothing needs; no generation is touched.
    record CollectGarbage() implements Action
    {
        @Override
        public Traits traits()
        {
            return Traits.of(DESTRUCTIVE, ROOT, "Delete store paths that nothing uses", "nix-collect-garbage");
        }
    }

    /// Adds packages to the person's own profile.
    record InstallToProfile(List<String> attributes) implements Action
    {
        public InstallToProfile
        {
            attributes = Grammar.attributes(attributes);
        }

        @Override
        public Traits traits()
        {
            return Traits.of(REVERSIBLE, USER, "Install " + joined(attributes, ", ") + " into your profile",
                    "nix-env", "-f", "<nixpkgs>", "-iA", joined(attributes, " "));
        }
    }

    /// Takes packages out of the person's own profile.
    record RemoveFromProfile(List<String> attributes) implements Action
    {
        public RemoveFromProfile
        {
            attributes = Grammar.attributes(attributes);
        }

        @Override
        public Traits traits()
        {
            return Traits.of(REVERSIBLE, USER, "Remove " + joined(attributes, ", ") + " from your profile", "nix-env", "-e",
                    joined(attributes, " "));
        }
    }

    /// Brings channels or the lock file forward; nothing is rebuilt.
    record UpdateSource(Optional<String> input) implements Action
    {
        public UpdateSource
        {
            requireNonNull(input, "input is null");
            input.ifPresent(name -> check(Grammar.isInput(name), "not the name of an input: " + name));
        }

        @Override
        public Traits traits()
        {
            return Traits.of(REVERSIBLE, ROOT, input.map(name -> "Bring " + name + " forward").orElse("Bring channels and inputs forward"),
                    "sudo", "nix-channel", "--update");
        }
    }

    /// Starts, stops or restarts a unit now; the configuration stays as it is.
    record ControlService(String unit, UnitVerb verb) implements Action
    {
        public ControlService
        {
            requireNonNull(verb, "verb is null");
            check(Grammar.isUnit(unit), "not the name of a unit: " + unit);
        }

        @Override
        public Traits traits()
        {
            return Traits.of(DISRUPTIVE, ROOT, verb.title() + " " + unit, "sudo", "systemctl", verb.word(), unit);
        }
    }

    /// Restarts, powers off or suspends the machine.
    record Power(PowerVerb verb) implements Action
    {
        public Power
        {
            requireNonNull(verb, "verb is null");
        }

        @Override
        public Traits traits()
        {
            return Traits.of(DISRUPTIVE, ROOT, verb.title(), "systemctl", verb.word());
        }
    }

    /// Writes new files into a project's directory.
    record WriteProjectFiles(List<FileChange> files) implements Action
    {
        public WriteProjectFiles
        {
            files = List.copyOf(files);
            check(!files.isEmpty(), "at least one file is written");
        }

        @Override
        public Traits traits()
        {
            return Traits.of(REVERSIBLE, USER, "Write " + joined(files.stream().map(FileChange::file).toList(), ", "), "$EDITOR",
                    files.getFirst().file().toString());
        }
    }

    /// Gives the person's own terminal a command to run, once they agreed; the daemon runs nothing.
    record Handoff(List<String> argv, String purpose) implements Action
    {
        public Handoff
        {
            argv = List.copyOf(argv);
            requireNonNull(purpose, "purpose is null");
            check(!argv.isEmpty(), "a command has at least a program");
        }

        @Override
        public Traits traits()
        {
            return new Traits(REVERSIBLE, NONE, purpose, argv);
        }
    }

    private static String joined(List<?> items, String separator)
    {
        return items.stream().map(Object::toString).collect(Collectors.joining(separator));
    }
}
