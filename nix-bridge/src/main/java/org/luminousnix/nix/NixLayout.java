package org.luminousnix.nix;

import java.nio.file.Path;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/// Where one Nix, and the NixOS on it, keep their things: the machine's own, or a lab's below one directory.
///
/// @param store the store directory, `/nix/store`
/// @param state the state directory that holds `profiles`, `gcroots` and `db`, `/nix/var/nix`
/// @param nixos the directory of configuration.nix or flake.nix, `/etc/nixos`
/// @param run the directory of `current-system` and `booted-system`, `/run`
/// @param environment what a child process needs in its environment to work on this Nix; empty for the machine's own
/// @param lab whether this is a lab, which is said on every plan
public record NixLayout(Path store, Path state, Path nixos, Path run, Map<String, String> environment, boolean lab)
{
    public NixLayout
    {
        requireNonNull(store, "store is null");
        requireNonNull(state, "state is null");
        requireNonNull(nixos, "nixos is null");
        requireNonNull(run, "run is null");
        environment = Map.copyOf(environment);
    }

    /// Returns the layout of a NixOS machine.
    public static NixLayout ofMachine()
    {
        return new NixLayout(Path.of("/nix/store"), Path.of("/nix/var/nix"), Path.of("/etc/nixos"), Path.of("/run"), Map.of(), false);
    }

    /// Returns the link whose numbered siblings are the system generations.
    public Path systemProfile()
    {
        return state.resolve("profiles/system");
    }

    /// Returns the link to the system that is active now.
    public Path currentSystem()
    {
        return run.resolve("current-system");
    }

    /// Returns the link to the system that the machine was started with.
    public Path bootedSystem()
    {
        return run.resolve("booted-system");
    }
}
