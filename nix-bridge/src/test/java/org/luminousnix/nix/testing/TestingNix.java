package org.luminousnix.nix.testing;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.build.Builder;
import org.luminousnix.nix.eval.Evaluator;
import org.luminousnix.nix.process.NativeProcesses;
import org.luminousnix.nix.process.ProgramLookup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assumptions.assumeThat;

/// A real Nix with a store of its own below a directory, a few derivations, and a `<nixpkgs/nixos>` of a few lines.
public final class TestingNix
{
    private static final String NIXOS = """
                                        { configuration ? builtins.getEnv "NIXOS_CONFIG" }:
                                        let
                                          given = import configuration;
                                          config = (if builtins.isFunction given then given { } else given) // {
                                            system.build.toplevel = builtins.derivation {
                                              name = "nixos-system-test";
                                              system = builtins.currentSystem;
                                              builder = "/bin/sh";
                                              args = [ "-c" "echo ${given.text or "empty"} > $out" ];
                                            };
                                          };
                                        in { inherit config; }
                                        """;

    private final Path root;
    private final NixLayout layout;
    private final NativeProcesses processes = NativeProcesses.ofMachine();

    private TestingNix(Path root)
    {
        this.root = root;
        this.layout = new NixLayout(root.resolve("store"), root.resolve("var/nix"), root.resolve("etc/nixos"), root.resolve("run"),
                Map.of("NIX_STORE_DIR", root.resolve("store").toString(), "NIX_STATE_DIR", root.resolve("var/nix").toString(),
                        "NIX_LOG_DIR", root.resolve("var/log").toString(), "NIX_CONF_DIR", root.resolve("etc").toString(), "HOME",
                        root.toString(),
                        "NIX_REMOTE", "", "NIX_PATH", "nixpkgs=" + root.resolve("nixpkgs"),
                        "NIX_CONFIG", "build-users-group =\nsubstituters =\nsandbox = false\n"),
                true);
    }

    /// Makes a Nix below this directory; skips the test where no Nix is installed.
    public static TestingNix below(Path root) throws IOException
    {
        assumeThat(ProgramLookup.ofMachine().find("nix-store")).as("Nix is installed").isPresent();
        var nix = new TestingNix(root.toRealPath());
        for (String directory : new String[] {"store", "var/nix", "var/log", "etc/nixos", "run", "nixpkgs/nixos"}) {
            Files.createDirectories(nix.root.resolve(directory));
        }
        nix.write("nixpkgs/nixos/default.nix", NIXOS);
        return nix;
    }

    /// Returns where it keeps its things.
    public NixLayout layout()
    {
        return layout;
    }

    /// Returns the processes that it is driven with.
    public NativeProcesses processes()
    {
        return processes;
    }

    /// Writes a file below its directory.
    public Path write(String path, String text) throws IOException
    {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// Builds a system whose activation ends with this code, and returns its store path.
    public Path buildSystem(String version, int exitCode)
    {
        String script = """
                        /bin/mkdir -p $out/bin $out/sw/bin $out/kernel-modules/lib/modules/6.6.1 $out/specialisation/quiet/bin
                        echo VERSION > $out/nixos-version
                        echo '#!/bin/sh
                        case "$1" in --json) cat <<EOF
                        {"configurationRevision":"abc-VERSION","nixosVersion":"VERSION"}
                        EOF
                        esac' > $out/sw/bin/nixos-version
                        echo '#!/bin/sh
                        echo "VERSION $1 $NIXOS_INSTALL_BOOTLOADER" >> RUN/activations
                        case "$1" in switch|test) ln -sfn '$out' RUN/current-system;; esac
                        echo "restarting the following units: a.service, b.service" >&2
                        [ CODE = 4 ] && echo "warning: the following units failed: a.service, b.service" >&2
                        exit CODE' > $out/bin/switch-to-configuration
                        /bin/sed s/VERSION/VERSION-quiet/ $out/bin/switch-to-configuration > $out/specialisation/quiet/bin/switch-to-configuration
                        /bin/chmod +x $out/bin/* $out/sw/bin/* $out/specialisation/quiet/bin/*
                        """
                .replace("VERSION", version).replace("RUN", layout.run().toString()).replace("CODE", Integer.toString(exitCode))
                .replace("${", "''${");
        Path drv = new Evaluator(layout, processes).instantiated("(" + derivation("nixos-system-host-" + version, script) + ").drvPath")
                .orThrow();
        return new Builder(layout, processes).build(drv).orThrow().getFirst();
    }

    /// Returns the text of a derivation with this builder script.
    public static String derivation(String name, String script)
    {
        return "builtins.derivation { name = \"" + name + "\"; system = builtins.currentSystem; builder = \"/bin/sh\"; args = [ \"-c\" ''"
                + script + "'' ]; PATH = \"/usr/bin:/bin\"; }";
    }
}
