package org.luminousnix.nix.system;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.Generations;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.process.Processes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import static org.luminousnix.nix.NixErrorCode.NOT_A_SYSTEM;
import static org.luminousnix.nix.NixErrorCode.NO_SUCH_GENERATION;
import static org.luminousnix.nix.NixException.nixException;

/// The NixOS of a layout: activates systems that were built, and goes back to earlier ones.
///
/// As in nixos-rebuild, the profile is set before the activation, so that a failed activation leaves the new generation for the next
/// start; the outcome says so.
public final class NixosSystem
{
    private static final Pattern NAME = Pattern.compile("[^/\\x00]{1,255}");

    private final Generations generations;
    private final SystemProfile profile;
    private final Activator activator;

    /// Creates the NixOS of a layout.
    public NixosSystem(NixLayout layout, Processes processes)
    {
        this.generations = Generations.ofSystem(layout);
        this.profile = new SystemProfile(layout, processes);
        this.activator = new Activator(layout, processes, Path.of("/run/systemd/system"));
    }

    /// Returns the generations, as they are now.
    public Generations generations()
    {
        return generations;
    }

    /// Activates a system that was built.
    ///
    /// @throws org.luminousnix.nix.NixException NOT_A_SYSTEM if the path is not a NixOS system, before anything is changed
    public RebuildOutcome activate(Path system, ActivationMode mode, OutputLines lines)
    {
        return activate(new Activation(system, mode, Optional.empty(), false), lines);
    }

    /// Activates a system that was built.
    ///
    /// @throws org.luminousnix.nix.NixException NOT_A_SYSTEM if the path is not a NixOS system or has no such specialisation, before anything
    ///         is changed
    public RebuildOutcome activate(Activation activation, OutputLines lines)
    {
        Path system = profile.requireSystem(activation.system());
        Path started = started(system, activation.specialisation());
        OptionalInt before = current();
        if (activation.mode().setsProfile()) {
            profile.set(system);
        }
        return outcome(started, activation, before, lines);
    }

    /// Goes to an earlier or later generation.
    ///
    /// @throws org.luminousnix.nix.NixException NO_SUCH_GENERATION if there is none of that number, NOT_A_SYSTEM if it leads nowhere
    public RebuildOutcome rollBack(int number, ActivationMode mode, OutputLines lines)
    {
        Generation generation = generations.require(number);
        OptionalInt before = current();
        Path system = profile.requireSystem(generation.target());
        if (mode.setsProfile()) {
            profile.switchTo(generation);
        }
        return outcome(system, new Activation(system, mode, Optional.empty(), false), before, lines);
    }

    /// Goes to the generation before the current one: the one with the next lower number.
    ///
    /// @throws org.luminousnix.nix.NixException NO_SUCH_GENERATION if there is none
    public RebuildOutcome rollBack(ActivationMode mode, OutputLines lines)
    {
        int number = generations.beforeCurrent()
                .orElseThrow(() -> nixException(NO_SUCH_GENERATION, "there is no generation before the current one"));
        return rollBack(number, mode, lines);
    }

    /// Says which units an activation would change; changes nothing.
    public ActivationOutcome preview(Path system)
    {
        return activate(system, ActivationMode.DRY_ACTIVATE, OutputLines.ignored()).activation();
    }

    private RebuildOutcome outcome(Path started, Activation activation, OptionalInt before, OutputLines lines)
    {
        ActivationOutcome outcome = activator.activate(started, activation.mode(), activation.installBootLoader(), lines);
        return new RebuildOutcome(outcome, before, current());
    }

    private OptionalInt current()
    {
        return generations.current().map(generation -> OptionalInt.of(generation.number())).orElse(OptionalInt.empty());
    }

    private static Path started(Path system, Optional<String> specialisation)
    {
        if (specialisation.isEmpty()) {
            return system;
        }
        String name = specialisation.get();
        Path started = system.resolve("specialisation").resolve(name);
        if (!NAME.matcher(name).matches() || name.startsWith(".") || !Files.isDirectory(started)) {
            throw nixException(NOT_A_SYSTEM, "%s has no specialisation '%s'", system, name);
        }
        return started;
    }
}
