package org.luminousnix.daemon.app;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.eval.ConfigurationSource;
import org.luminousnix.nix.lab.Lab;
import org.luminousnix.nix.lab.LabStyle;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.protocol.Mode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/// The Nix that the daemon works on: the machine's own where it is NixOS, else a lab.
///
/// @param problem why nothing can be evaluated or built, and what to do; empty where Nix works
record Workplace(NixLayout layout, Mode mode, Supplier<ConfigurationSource> source, Optional<String> problem)
{
    private static final Path NIXOS = Path.of("/etc/NIXOS");

    Workplace
    {
        requireNonNull(layout, "layout is null");
        requireNonNull(mode, "mode is null");
        requireNonNull(source, "source is null");
        requireNonNull(problem, "problem is null");
    }

    /// Returns the machine, or a lab that is laid out, and in which a first generation runs, where Nix is there.
    static Workplace find(Settings settings, Processes processes)
    {
        Optional<Path> asked = settings.path(Setting.LAB);
        if (asked.isEmpty() && Files.exists(NIXOS)) {
            NixLayout machine = NixLayout.ofMachine();
            return new Workplace(machine, Mode.NIXOS, () -> ConfigurationSource.of(machine, hostName()), Optional.empty());
        }
        Lab lab = Lab.at(asked.orElseGet(() -> settings.stateDirectory().resolve("lab")), style(settings));
        try {
            lab.prepare(processes);
            return new Workplace(lab.layout(), Mode.LAB, lab::configuration, Optional.empty());
        }
        catch (NixException e) {
            return new Workplace(lab.layout(), Mode.READONLY, lab::configuration, Optional.of(e.getMessage()));
        }
    }

    private static LabStyle style(Settings settings)
    {
        String name = settings.text(Setting.LAB_STYLE).orElseThrow();
        try {
            return LabStyle.valueOf(name.toUpperCase(Locale.ROOT));
        }
        catch (IllegalArgumentException e) {
            throw new SettingException("%s is channel or flake, not %s".formatted(Setting.LAB_STYLE.flag(), name));
        }
    }

    private static String hostName()
    {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        }
        catch (IOException e) {
            return "default";
        }
    }
}
