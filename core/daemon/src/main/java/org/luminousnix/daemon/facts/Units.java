package org.luminousnix.daemon.facts;

import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Processes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/// Reads what systemd says of its units. Starts only commands that look.
public final class Units
{
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int LOG_LINES = 100;

    private final Processes processes;
    private final Path running;

    /// Reads through processes; systemd runs where a directory exists, which is `/run/systemd/system` but in tests (sd_booted(3)).
    public Units(Processes processes, Path running)
    {
        this.processes = requireNonNull(processes, "processes is null");
        this.running = requireNonNull(running, "running is null");
    }

    /// Returns whether systemd runs this machine; nothing else may be asked where it does not.
    public boolean available()
    {
        return Files.isDirectory(running);
    }

    /// Returns a unit by its name; a name without ending is a service.
    public Unit unit(String name)
    {
        String full = name.contains(".") ? name : name + ".service";
        Completed shown = processes.run(Command.of("systemctl", "show", "--no-pager",
                "--property=Id,Description,LoadState,ActiveState,SubState,ActiveEnterTimestamp", "--", full).within(LOOK)).orThrow();
        Map<String, String> members = new HashMap<>();
        shown.output().text().lines().filter(line -> line.contains("="))
                .forEach(line -> members.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return new Unit(members.getOrDefault("Id", full), members.getOrDefault("Description", ""),
                members.getOrDefault("LoadState", "not-found"),
                members.getOrDefault("ActiveState", "unknown"), members.getOrDefault("SubState", "unknown"),
                members.getOrDefault("ActiveEnterTimestamp", ""));
    }

    /// Returns the services that are in a state, `running` or `failed`, by their names.
    public List<String> services(String state)
    {
        Completed listed = processes.run(Command
                .of("systemctl", "list-units", "--no-pager", "--plain", "--no-legend", "--type=service", "--state=" + state).within(LOOK))
                .orThrow();
        return listed.output().text().lines().map(line -> line.strip().split("\\s+", 2)[0]).filter(name -> !name.isEmpty()).toList();
    }

    /// Returns the last lines that a unit wrote to the journal, oldest first.
    public List<String> log(String name)
    {
        Completed read = processes.run(Command
                .of("journalctl", "--no-pager", "--quiet", "--output=short-iso", "--lines=" + LOG_LINES, "--unit=" + name).within(LOOK))
                .orThrow();
        return read.output().text().lines().toList();
    }
}
