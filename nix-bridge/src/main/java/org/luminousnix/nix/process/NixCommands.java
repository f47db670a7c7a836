package org.luminousnix.nix.process;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.sandbox.Sandbox;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// Makes the commands of one Nix: with its environment, and in a sandbox that shows and opens what belongs to it.
///
/// @param layout where that Nix keeps its things
public record NixCommands(NixLayout layout)
{
    private static final List<String> NEW_COMMAND = List.of("nix", "--extra-experimental-features", "nix-command flakes");
    private static final String PRIVATE_CACHE = "/tmp/luminous-nix-cache";

    public NixCommands
    {
        requireNonNull(layout, "layout is null");
    }

    /// Returns a command of one of the older tools, as `nix-store`.
    public Command command(SandboxKind kind, List<String> argv)
    {
        return Command.of(argv).withEnvironment(environment(kind)).inside(sandbox(kind));
    }

    /// Returns a command of `nix` itself, given what follows `nix`.
    public Command nix(SandboxKind kind, List<String> arguments)
    {
        return command(kind, Stream.concat(NEW_COMMAND.stream(), arguments.stream()).toList());
    }

    /// Returns where `<nixpkgs>` and its like are found.
    public SearchPath searchPath()
    {
        return SearchPath.of(layout);
    }

    private Map<String, String> environment(SandboxKind kind)
    {
        var environment = new HashMap<>(searchPath().environment());
        environment.putAll(layout.environment());
        if (kind == SandboxKind.EVALUATION) {
            environment.put("XDG_CACHE_HOME", PRIVATE_CACHE);
        }
        if (hasDaemon()) {
            // As root, Nix would write the store itself, for which it remounts it: that neither works in a sandbox nor is it needed.
            environment.putIfAbsent("NIX_REMOTE", "daemon");
        }
        return environment;
    }

    private boolean hasDaemon()
    {
        return Files.exists(layout.state().resolve("daemon-socket/socket"));
    }

    private Sandbox sandbox(SandboxKind kind)
    {
        if (kind == SandboxKind.TETHERED || kind == SandboxKind.COLLECTION || kind == SandboxKind.NONE) {
            return Sandbox.of(kind);
        }
        var writable = new ArrayList<Path>();
        if (kind != SandboxKind.PROBE && !hasDaemon()) {
            // Without a daemon, Nix itself writes derivations and its database.
            Stream.concat(Stream.of(layout.store(), layout.state()), named("NIX_LOG_DIR")).filter(Files::isWritable).forEach(writable::add);
        }
        var readable = new ArrayList<>(List.of(layout.store(), layout.state(), layout.nixos()));
        readable.addAll(searchPath().directories());
        named("NIX_CONF_DIR", "HOME").forEach(readable::add);
        return new Sandbox(kind, readable, writable, Map.of(), false);
    }

    private Stream<Path> named(String... variables)
    {
        return Stream.of(variables).filter(layout.environment()::containsKey).map(name -> Path.of(layout.environment().get(name)));
    }
}
