package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.NativeProcesses;
import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A real Nix in a temporary directory, with derivations that `/bin/sh` builds.
final class TinyLab
{
    private static final String DERIVATION = """
                                             { name, script, inputs ? [] }: derivation {
                                               inherit name inputs;
                                               system = builtins.currentSystem;
                                               builder = "/bin/sh";
                                               args = [ "-c" script ];
                                             }
                                             """;

    private final NativeProcesses processes = NativeProcesses.ofMachine();
    private final Path directory;
    private final NixLayout layout;

    private TinyLab(Path directory)
    {
        this.directory = directory;
        this.layout = new NixLayout(directory.resolve("store"), directory.resolve("var/nix"), directory.resolve("etc/nixos"),
                directory.resolve("run"), environment(directory), true);
    }

    /// Makes a lab, or skips the test where there is no Nix.
    static TinyLab in(Path directory)
    {
        assumeTrue(NativeProcesses.ofMachine().programs().find("nix-daemon").isPresent(), "nix-daemon is not installed");
        try {
            Path real = Files.createDirectories(directory).toRealPath();
            Files.createDirectories(real.resolve("etc"));
            Files.writeString(real.resolve("derivation.nix"), DERIVATION);
            return new TinyLab(real);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NixLayout layout()
    {
        return layout;
    }

    StoreDirectory store()
    {
        return StoreDirectory.of(layout.store());
    }

    ChildEndpoint endpoint()
    {
        return ChildEndpoint.of(layout, processes);
    }

    DaemonConnection connect()
    {
        return DaemonConnection.open(endpoint(), store(), Optional.empty(), DaemonTimes.usual());
    }

    NativeProcesses processes()
    {
        return processes;
    }

    Path directory()
    {
        return directory;
    }

    /// Runs a tool of Nix in the lab and returns what it prints.
    String run(String... argv)
    {
        return processes.run(Command.of(argv).withEnvironment(layout.environment())).orThrow().output().text().strip();
    }

    /// Runs a tool of Nix in the lab and returns the bytes that it prints, one character each.
    String runRaw(String... argv)
    {
        return new String(processes.run(Command.of(argv).withEnvironment(layout.environment())).orThrow().output().bytes(), ISO_8859_1);
    }

    /// Instantiates a derivation of a shell script, which may use `$inputs` and has to make `$out`.
    StorePath derivation(String name, String script, List<StorePath> inputDerivations)
    {
        var argv = new ArrayList<>(List.of("nix-instantiate", directory.resolve("derivation.nix").toString(), "--argstr", "name", name,
                "--argstr", "script", script, "--arg", "inputs"));
        var inputs = new StringBuilder("[");
        inputDerivations.forEach(input -> inputs.append("(import ").append(store().fullPath(input)).append(") "));
        argv.add(inputs.append("]").toString());
        return store().parse(run(argv.toArray(String[]::new)));
    }

    /// Builds a derivation by the tools of Nix.
    StorePath build(StorePath derivation)
    {
        return store().parse(run("nix-store", "--realise", store().fullPath(derivation)));
    }

    private static Map<String, String> environment(Path directory)
    {
        var environment = new HashMap<String, String>();
        environment.put("HOME", directory.toString());
        environment.put("NIX_STORE_DIR", directory.resolve("store").toString());
        environment.put("NIX_STATE_DIR", directory.resolve("var/nix").toString());
        environment.put("NIX_LOG_DIR", directory.resolve("var/log/nix").toString());
        environment.put("NIX_CONF_DIR", directory.resolve("etc").toString());
        environment.put("NIX_CONFIG", """
                                      build-users-group =
                                      substituters =
                                      sandbox = false
                                      experimental-features = nix-command
                                      """);
        return environment;
    }
}
