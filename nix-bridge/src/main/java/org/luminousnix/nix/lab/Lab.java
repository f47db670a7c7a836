package org.luminousnix.nix.lab;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.build.Builder;
import org.luminousnix.nix.eval.ConfigurationSource;
import org.luminousnix.nix.eval.Evaluator;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Processes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixException.nixException;

/// A lab: a Nix with a store of its own and a small NixOS below one directory. It needs neither root nor network.
///
/// - `store`, `var/nix`: the store and its database, profiles and roots;
/// - `nixpkgs`: what `<nixpkgs>` is, and `nixpkgs` in a flake; renewed when the program is;
/// - `etc/nixos`: the configuration, the person's own from the first moment on;
/// - `run/current-system`, `boot/loader`, `var/log/switch-to-configuration.log`: what activating a system leaves;
/// - `home`: the home directory of the commands that run in it.
public final class Lab
{
    private static final String HOST = "nixos";
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path root;
    private final NixLayout layout;

    private Lab(Path root)
    {
        this.root = root;
        this.layout = new NixLayout(root.resolve("store"), root.resolve("var/nix"), root.resolve("etc/nixos"), root.resolve("run"),
                environment(root), true);
    }

    /// Returns the lab below a directory, with channels if it has to be made.
    ///
    /// @throws org.luminousnix.nix.NixException FILE_INACCESSIBLE if the directory cannot be written
    public static Lab at(Path root)
    {
        return at(root, LabStyle.CHANNEL);
    }

    /// Returns the lab below a directory. It is made if it is not there, mended if its making was cut short, and its packages are
    /// renewed if they came with another version of the program. An existing configuration stays as it is, whatever its style.
    ///
    /// @throws org.luminousnix.nix.NixException FILE_INACCESSIBLE if the directory cannot be written
    public static Lab at(Path root, LabStyle style)
    {
        requireNonNull(style, "style is null");
        try {
            Files.createDirectories(root);
            // Nix refuses a store whose path leads over a link.
            Path real = root.toRealPath();
            return alone(real, () -> {
                new LabSetup(real, LabFiles.ofProgram()).run(style);
                return new Lab(real);
            });
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "the lab at %s cannot be laid out: %s", root, e.getMessage());
        }
    }

    /// Returns the directory of the lab.
    public Path root()
    {
        return root;
    }

    /// Returns the directory that is `<nixpkgs>`.
    public Path nixpkgs()
    {
        return root.resolve("nixpkgs");
    }

    /// Returns the file to which each run of switch-to-configuration adds one line, a JSON object.
    public Path switchLog()
    {
        return root.resolve("var/log/switch-to-configuration.log");
    }

    /// Returns where the Nix and the NixOS of the lab keep their things.
    public NixLayout layout()
    {
        return layout;
    }

    /// Returns the configuration, in whichever style it is.
    public ConfigurationSource configuration()
    {
        return ConfigurationSource.of(layout, HOST);
    }

    /// Builds the configuration as generation 1, makes it the boot default and activates it, if there is no generation yet.
    ///
    /// @return the system that is active
    /// @throws org.luminousnix.nix.NixException EVALUATION_FAILED, BUILD_FAILED or PROCESS_FAILED if that fails
    public Path prepare(Processes processes)
    {
        requireNonNull(processes, "processes is null");
        try {
            return alone(root, () -> {
                if (!Files.exists(layout.currentSystem()) || !Files.exists(layout.systemProfile())) {
                    firstGeneration(processes);
                }
                return layout.currentSystem().toRealPath();
            });
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "the lab at %s cannot be prepared: %s", root, e.getMessage());
        }
    }

    private void firstGeneration(Processes processes) throws IOException
    {
        Path profile = layout.systemProfile();
        if (!Files.exists(profile)) {
            Path derivation = new Evaluator(layout, processes).toplevel(configuration()).orThrow();
            Path system = new Builder(layout, processes).build(derivation).orThrow().getFirst();
            Files.createDirectories(profile.getParent());
            run(processes, Command.of("nix-env", "--profile", profile.toString(), "--set", system.toString()));
        }
        run(processes, Command.of(profile.resolve("bin/switch-to-configuration").toString(), "switch"));
        if (!Files.exists(layout.bootedSystem(), NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(layout.bootedSystem(), layout.currentSystem().toRealPath());
        }
    }

    private void run(Processes processes, Command command)
    {
        processes.run(command.withEnvironment(layout.environment())).orThrow();
    }

    private static <T> T alone(Path root, Step<T> step) throws IOException
    {
        // A file lock holds off other processes only, hence the monitor for other threads.
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(root.resolve(".lock"), CREATE, WRITE); var _ = channel.lock()) {
                return step.run();
            }
            catch (NoSuchFileException e) {
                throw nixException(FILE_INACCESSIBLE, e, "the lab at %s has lost %s", root, e.getFile());
            }
        }
    }

    private static Map<String, String> environment(Path root)
    {
        var environment = new TreeMap<String, String>();
        environment.put("HOME", root.resolve("home").toString());
        environment.put("NIX_STORE_DIR", root.resolve("store").toString());
        environment.put("NIX_STATE_DIR", root.resolve("var/nix").toString());
        environment.put("NIX_LOG_DIR", root.resolve("var/log/nix").toString());
        environment.put("NIX_CONF_DIR", root.resolve("etc/nix").toString());
        environment.put("NIX_REMOTE", "local");
        environment.put("NIX_PATH", "nixpkgs=" + root.resolve("nixpkgs") + ":nixos-config=" + root.resolve("etc/nixos/configuration.nix"));
        // Nothing in a lab is worth waiting for the disk: what a power cut takes is built again.
        environment.put("NIX_CONFIG", """
                                      build-users-group =
                                      substituters =
                                      sandbox = false
                                      fsync-metadata = false
                                      experimental-features = nix-command flakes
                                      flake-registry = %s
                                      """.formatted(root.resolve("etc/nix/registry.json")));
        return environment;
    }

    @FunctionalInterface
    private interface Step<T>
    {
        T run() throws IOException;
    }
}
