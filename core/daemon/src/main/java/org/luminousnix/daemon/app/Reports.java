package org.luminousnix.daemon.app;

import org.luminousnix.daemon.catalog.CatalogStatus;
import org.luminousnix.daemon.catalog.LuceneCatalog;
import org.luminousnix.daemon.memory.Memory;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.NixException;
import org.luminousnix.protocol.DaemonInfo;
import org.luminousnix.protocol.Health;
import org.luminousnix.protocol.HealthStatus;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static java.util.Objects.requireNonNull;

/// What the daemon tells of itself: what it is, which of its parts work, what it counts.
final class Reports
{
    private final Instant started = Instant.now();
    private final Workplace workplace;
    private final LuceneCatalog catalog;
    private final Memory memory;
    private final Processes processes;
    private final Path state;

    Reports(Workplace workplace, LuceneCatalog catalog, Memory memory, Processes processes, Path state)
    {
        this.workplace = requireNonNull(workplace, "workplace is null");
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.memory = requireNonNull(memory, "memory is null");
        this.processes = requireNonNull(processes, "processes is null");
        this.state = requireNonNull(state, "state is null");
    }

    DaemonInfo info(Path socket)
    {
        return new DaemonInfo(Version.SELF, ProcessHandle.current().pid(), started, Runtime.version().toString(), workplace.mode(), nix(),
                socket.toString(), state.toString(), List.of());
    }

    private Optional<String> nix()
    {
        try {
            Completed asked = processes.run(Command.of("nix-store", "--version").within(Duration.ofSeconds(5)));
            return asked.succeeded() ? Optional.of(asked.output().text().strip()) : Optional.empty();
        }
        catch (NixException e) {
            return Optional.empty();
        }
    }

    List<Health.Check> checks()
    {
        List<Health.Check> checks = new ArrayList<>();
        checks.add(workplace.problem()
                .map(problem -> new Health.Check("nix", HealthStatus.FAILING, "Nix does not work here: " + problem + "."
                        + " Searching, explaining and looking at files still work; installing nix-bin brings the rest."))
                .orElseGet(() -> new Health.Check("nix", HealthStatus.OK, "Nix evaluates and builds.")));
        CatalogStatus found = catalog.status();
        checks.add(new Health.Check("catalog", found.packages() > 0 ? HealthStatus.OK : HealthStatus.DEGRADED,
                "%d packages, %d options, %d programs%s".formatted(found.packages(), found.options(), found.programs(),
                        found.failure().map(why -> "; " + why).orElse(""))));
        checks.add(new Health.Check("memory", memory.condition().isGood() ? HealthStatus.OK : HealthStatus.DEGRADED,
                memory.condition().isGood() ? "Everything is kept." : String.join(" ", memory.condition().statements())));
        return checks;
    }

    org.luminousnix.protocol.CatalogStatus catalogStatus()
    {
        CatalogStatus found = catalog.status();
        List<org.luminousnix.protocol.CatalogStatus.Source> sources = List.of(source("packages", found.packages(), found),
                source("options", found.options(), found),
                source("programs", found.programs(), found));
        return new org.luminousnix.protocol.CatalogStatus(found.built().isPresent(), found.refreshing(), sources);
    }

    private static org.luminousnix.protocol.CatalogStatus.Source source(String kind, int entries, CatalogStatus status)
    {
        return new org.luminousnix.protocol.CatalogStatus.Source(kind, "index " + status.sources(), entries, status.built(),
                status.failure().or(() -> entries == 0 ? Optional.of("There is no source for it: set --" + kind + ".") : Optional.empty()));
    }

    /// Returns what is counted, by name.
    Map<String, Double> figures(long unfinished)
    {
        Runtime runtime = Runtime.getRuntime();
        Map<String, Double> figures = new TreeMap<>();
        figures.put("uptime.seconds", (double) Duration.between(started, Instant.now()).toSeconds());
        figures.put("heap.used.bytes", (double) (runtime.totalMemory() - runtime.freeMemory()));
        figures.put("executions.unfinished", (double) unfinished);
        figures.put("catalog.packages", (double) catalog.status().packages());
        figures.put("catalog.options", (double) catalog.status().options());
        return figures;
    }
}
