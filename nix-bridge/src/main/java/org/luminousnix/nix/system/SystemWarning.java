package org.luminousnix.nix.system;

import java.nio.file.Path;
import java.util.Locale;

import static java.util.Objects.requireNonNull;

/// Something to know before a system is built or activated.
public sealed interface SystemWarning
{
    /// Returns it as a sentence for people.
    String sentence();

    /// Another kernel does not fit on the boot partition.
    ///
    /// @param boot the partition
    /// @param freeBytes how much room it has
    /// @param neededBytes how much the kernel and the initial RAM disk take
    record BootSpace(Path boot, long freeBytes, long neededBytes) implements SystemWarning
    {
        public BootSpace
        {
            requireNonNull(boot, "boot is null");
        }

        @Override
        public String sentence()
        {
            return "%s has %s left, but the new kernel needs %s: delete old generations first.".formatted(boot, size(freeBytes),
                    size(neededBytes));
        }
    }

    /// The store has no room for what is to be fetched or built.
    ///
    /// @param store the store
    /// @param freeBytes how much room its file system has
    /// @param neededBytes how much is known to be needed
    record StoreSpace(Path store, long freeBytes, long neededBytes) implements SystemWarning
    {
        public StoreSpace
        {
            requireNonNull(store, "store is null");
        }

        @Override
        public String sentence()
        {
            return "%s has %s left, but this needs %s.".formatted(store, size(freeBytes), size(neededBytes));
        }
    }

    /// The kernel is not the one that runs: it comes with the next start.
    ///
    /// @param booted the version that runs
    /// @param planned the version of the new system
    record KernelDiffers(String booted, String planned) implements SystemWarning
    {
        public KernelDiffers
        {
            requireNonNull(booted, "booted is null");
            requireNonNull(planned, "planned is null");
        }

        @Override
        public String sentence()
        {
            return booted.equals(planned)
                    ? "The kernel %s is built anew; it takes effect with the next start.".formatted(planned)
                    : "The kernel changes from %s to %s; it takes effect with the next start.".formatted(booted, planned);
        }
    }

    /// The systemd is not the one that runs.
    ///
    /// @param running the name of the package that runs
    /// @param planned the name of the package of the new system
    record SystemdDiffers(String running, String planned) implements SystemWarning
    {
        public SystemdDiffers
        {
            requireNonNull(running, "running is null");
            requireNonNull(planned, "planned is null");
        }

        @Override
        public String sentence()
        {
            return "systemd changes from %s to %s; a restart is best soon afterwards.".formatted(running, planned);
        }
    }

    private static String size(long bytes)
    {
        return String.format(Locale.ROOT, bytes < 1 << 30 ? "%.0f MiB" : "%.1f GiB",
                bytes < 1 << 30 ? bytes / 1048576.0 : bytes / 1073741824.0);
    }
}
