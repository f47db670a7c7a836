package org.luminousnix.nix.system;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.Generations;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixErrorCode.NOT_A_SYSTEM;
import static org.luminousnix.nix.NixErrorCode.PERMISSION_DENIED;
import static org.luminousnix.nix.NixException.nixException;

/// Sets the system's profile, as `nix-env --profile … --set` and `--switch-generation` do, by links alone.
///
/// The highest generation is used again if it is the wanted system already; otherwise the new one has the next higher number.
final class SystemProfile
{
    private final NixLayout layout;
    private final Processes processes;
    private final Generations generations;

    SystemProfile(NixLayout layout, Processes processes)
    {
        this.layout = requireNonNull(layout, "layout is null");
        this.processes = requireNonNull(processes, "processes is null");
        this.generations = Generations.ofSystem(layout);
    }

    /// Points the profile at a system and returns the generation.
    ///
    /// @param system as [#requireSystem] gives it
    int set(Path system)
    {
        Path profile = layout.systemProfile();
        try {
            Files.createDirectories(profile.getParent());
            if (!Files.isWritable(profile.getParent())) {
                throw nixException(PERMISSION_DENIED, "only root may change %s", profile);
            }
            if (!Files.isWritable(layout.state().resolve("gcroots"))) {
                return setByCommand(system);
            }
            int number = numbered(system);
            swap(number);
            return number;
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "cannot set %s: %s", profile, e);
        }
    }

    /// Points the profile at a generation that exists.
    void switchTo(Generation generation)
    {
        if (!generation.present()) {
            throw nixException(NOT_A_SYSTEM, "generation %d leads to %s, which is no longer there", generation.number(),
                    generation.target());
        }
        if (!Files.isWritable(layout.systemProfile().getParent())) {
            throw nixException(PERMISSION_DENIED, "only root may change %s", layout.systemProfile());
        }
        try {
            swap(generation.number());
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "cannot set %s: %s", layout.systemProfile(), e);
        }
    }

    /// Checks that a path is a NixOS system, so that nothing else ever becomes what the machine starts with, and returns its store path.
    Path requireSystem(Path path)
    {
        Path system = inStore(path);
        if (!Files.isRegularFile(system.resolve("nixos-version"), NOFOLLOW_LINKS)) {
            throw nixException(NOT_A_SYSTEM, "%s is not a NixOS system: it has no file nixos-version", system);
        }
        if (!Files.isExecutable(system.resolve("bin/switch-to-configuration"))) {
            throw nixException(NOT_A_SYSTEM, "%s is not a NixOS system: it has no bin/switch-to-configuration", system);
        }
        return system;
    }

    private Path inStore(Path path)
    {
        try {
            Path real = path.toRealPath();
            if (layout.store().toRealPath().equals(real.getParent())) {
                return layout.store().resolve(real.getFileName());
            }
        }
        catch (IOException e) {
            throw nixException(NOT_A_SYSTEM, e, "%s is not there", path);
        }
        throw nixException(NOT_A_SYSTEM, "%s is not a path of the store %s", path, layout.store());
    }

    private int numbered(Path system) throws IOException
    {
        while (true) {
            Optional<Generation> highest = generations.list().stream().max(Comparator.comparingInt(Generation::number));
            if (highest.isPresent() && highest.get().target().equals(system)) {
                return highest.get().number();
            }
            int number = highest.map(Generation::number).orElse(0) + 1;
            try {
                Path link = Files.createSymbolicLink(link(number), system);
                new IndirectRoots(layout.state()).add(link);
                return number;
            }
            catch (FileAlreadyExistsException _) {
                // Somebody else took the number since the listing: it is looked for again.
            }
        }
    }

    private void swap(int number) throws IOException
    {
        Links.replace(layout.systemProfile(), link(number).getFileName());
    }

    private Path link(int number)
    {
        Path profile = layout.systemProfile();
        return profile.resolveSibling(profile.getFileName() + "-" + number + "-link");
    }

    private int setByCommand(Path system)
    {
        processes.run(new NixCommands(layout).command(SandboxKind.TETHERED,
                List.of("nix-env", "--profile", layout.systemProfile().toString(), "--set", system.toString()))).orThrow();
        return generations.current().map(Generation::number)
                .orElseThrow(() -> nixException(FILE_INACCESSIBLE, "%s has no current generation", layout.systemProfile()));
    }
}
