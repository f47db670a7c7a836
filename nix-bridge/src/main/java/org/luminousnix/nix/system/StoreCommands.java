package org.luminousnix.nix.system;

import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// Asks `nix-store` about roots, closures and what is dead.
final class StoreCommands
{
    private static final Limits LIMITS = Limits.of(Duration.ofMinutes(15)).keeping(256 << 20, 0);
    private static final int PATHS_AT_ONCE = 2_000;

    private final NixCommands commands;
    private final Processes processes;

    StoreCommands(NixCommands commands, Processes processes)
    {
        this.commands = requireNonNull(commands, "commands is null");
        this.processes = requireNonNull(processes, "processes is null");
    }

    /// Returns what no root reaches.
    Set<Path> dead()
    {
        return paths(ask(List.of("--gc", "--print-dead")));
    }

    /// Returns the roots that are links, with the store paths that they lead to.
    Map<Path, Path> roots()
    {
        var roots = new LinkedHashMap<Path, Path>();
        for (String line : ask(List.of("--gc", "--print-roots")).output().text().lines().toList()) {
            int arrow = line.indexOf(" -> ");
            if (arrow > 0 && line.startsWith("/")) {
                roots.put(Path.of(line.substring(0, arrow)), Path.of(line.substring(arrow + 4)));
            }
        }
        return roots;
    }

    /// Returns these paths and all that they refer to.
    Set<Path> closure(Collection<Path> paths)
    {
        return inParts(List.of("--query", "--requisites"), paths);
    }

    /// Returns what a path refers to by itself.
    Set<Path> references(Path path)
    {
        return paths(ask(List.of("--query", "--references", path.toString())));
    }

    /// Returns the derivations that these paths were built from, as far as they are known.
    Set<Path> derivers(Collection<Path> paths)
    {
        Set<Path> derivers = inParts(List.of("--query", "--deriver"), paths);
        derivers.removeIf(path -> !path.toString().endsWith(".drv") || !path.toFile().exists());
        return derivers;
    }

    private Set<Path> inParts(List<String> question, Collection<Path> paths)
    {
        var all = List.copyOf(paths);
        var answers = new HashSet<Path>();
        for (int start = 0; start < all.size(); start += PATHS_AT_ONCE) {
            var arguments = new ArrayList<>(question);
            all.subList(start, Math.min(all.size(), start + PATHS_AT_ONCE)).forEach(path -> arguments.add(path.toString()));
            answers.addAll(paths(ask(arguments)));
        }
        return answers;
    }

    private Completed ask(List<String> arguments)
    {
        var argv = new ArrayList<>(List.of("nix-store"));
        argv.addAll(arguments);
        Command command = commands.command(SandboxKind.COLLECTION, argv);
        return processes.run(command.within(LIMITS)).orThrow();
    }

    private static Set<Path> paths(Completed completed)
    {
        var paths = new HashSet<Path>();
        completed.output().text().lines().filter(line -> line.startsWith("/")).map(Path::of).forEach(paths::add);
        return paths;
    }
}
