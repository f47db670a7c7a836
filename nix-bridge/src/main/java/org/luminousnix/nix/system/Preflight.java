package org.luminousnix.nix.system;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.build.BuildPlan;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.Generations;
import org.luminousnix.nix.generation.PackageName;
import org.luminousnix.nix.generation.SystemDetails;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// Looks for what should be known before a system is built or activated. Changes nothing.
public final class Preflight
{
    /// What a build is assumed to need at least, since nobody knows beforehand: 512 MiB.
    private static final long LEAST_FOR_A_BUILD = 512L << 20;

    private final NixLayout layout;
    private final Path boot;
    private final Partitions partitions;

    /// Creates a look at this Nix, whose kernels are started from a directory such as `/boot`.
    public Preflight(NixLayout layout, Path boot)
    {
        this(layout, boot, Partitions.OF_MACHINE);
    }

    Preflight(NixLayout layout, Path boot, Partitions partitions)
    {
        this.layout = requireNonNull(layout, "layout is null");
        this.boot = requireNonNull(boot, "boot is null");
        this.partitions = requireNonNull(partitions, "partitions is null");
    }

    /// Returns what should be known before this is built.
    public List<SystemWarning> beforeBuild(BuildPlan plan)
    {
        long needed = plan.unpackedBytes().orElse(0) + (plan.builds().isEmpty() ? 0 : LEAST_FOR_A_BUILD);
        try {
            long free = partitions.free(layout.store());
            return free < needed ? List.of(new SystemWarning.StoreSpace(layout.store(), free, needed)) : List.of();
        }
        catch (IOException _) {
            return List.of();
        }
    }

    /// Returns what should be known before this system is activated or made the one to start with.
    public List<SystemWarning> beforeActivation(Path system)
    {
        var warnings = new ArrayList<SystemWarning>();
        kernel(system).ifPresent(warnings::add);
        systemd(system).ifPresent(warnings::add);
        bootSpace(system).ifPresent(warnings::add);
        return warnings;
    }

    private Optional<SystemWarning> kernel(Path system)
    {
        Optional<Path> booted = real(layout.bootedSystem().resolve("kernel"));
        Optional<Path> planned = real(system.resolve("kernel"));
        if (booted.isEmpty() || planned.isEmpty() || booted.equals(planned)) {
            return Optional.empty();
        }
        return Optional.of(new SystemWarning.KernelDiffers(kernelVersion(layout.bootedSystem()), kernelVersion(system)));
    }

    private Optional<SystemWarning> systemd(Path system)
    {
        Optional<Path> running = real(layout.currentSystem().resolve("systemd"));
        Optional<Path> planned = real(system.resolve("systemd"));
        if (running.isEmpty() || planned.isEmpty() || running.equals(planned)) {
            return Optional.empty();
        }
        return Optional.of(new SystemWarning.SystemdDiffers(version(running.get()), version(planned.get())));
    }

    /// Compares the room on the boot partition with what is not yet on it: a boot loader copies each kernel and initial RAM disk once.
    private Optional<SystemWarning> bootSpace(Path system)
    {
        try {
            if (!Files.isDirectory(boot) || partitions.same(boot, layout.store())) {
                return Optional.empty();
            }
            Set<Path> there = Generations.ofSystem(layout).list().stream().map(Generation::target).flatMap(Preflight::bootFiles)
                    .collect(Collectors.toSet());
            long needed = 0;
            for (Path file : bootFiles(system).filter(file -> !there.contains(file)).distinct().toList()) {
                needed += Files.size(file);
            }
            long free = partitions.free(boot);
            return needed > free ? Optional.of(new SystemWarning.BootSpace(boot, free, needed)) : Optional.empty();
        }
        catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Stream<Path> bootFiles(Path system)
    {
        return Stream.of("kernel", "initrd").flatMap(name -> real(system.resolve(name)).stream());
    }

    private static String kernelVersion(Path system)
    {
        return SystemDetails.read(system).kernelVersion().orElse("unknown");
    }

    private static String version(Path packagePath)
    {
        var name = PackageName.of(packagePath);
        return name.version().isEmpty() ? name.name() : name.version();
    }

    private static Optional<Path> real(Path path)
    {
        try {
            return Optional.of(path.toRealPath());
        }
        catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The file systems of a machine.
    interface Partitions
    {
        /// Those of this machine.
        Partitions OF_MACHINE = new Partitions()
        {
            @Override
            public long free(Path directory) throws IOException
            {
                return Files.getFileStore(directory).getUsableSpace();
            }

            @Override
            public boolean same(Path one, Path other) throws IOException
            {
                return Files.getFileStore(one).equals(Files.getFileStore(other));
            }
        };

        /// Returns how many bytes may still be written below a directory.
        long free(Path directory) throws IOException;

        /// Returns whether two directories lie on the same file system.
        boolean same(Path one, Path other) throws IOException;
    }
}
