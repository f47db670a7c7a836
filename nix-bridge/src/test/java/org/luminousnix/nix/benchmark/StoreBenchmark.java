package org.luminousnix.nix.benchmark;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.daemon.DaemonEndpoint;
import org.luminousnix.nix.daemon.DaemonPool;
import org.luminousnix.nix.daemon.DaemonTimes;
import org.luminousnix.nix.daemon.NixStore;
import org.luminousnix.nix.generation.Generations;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.NativeProcesses;
import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.luminousnix.nix.benchmark.Comparison.median;

/// Asks a real store natively and by forked commands of Nix, in one run, and prints the medians side by side.
///
/// The commands work on the store directly, without a daemon, which is the faster way for them. Ends with 1 if a goal is missed.
public final class StoreBenchmark
{
    private static final double PATH_QUERY_GOAL = 300;
    private static final double GENERATIONS_GOAL = 10;
    private static final int FORKS = 25;

    private final NativeProcesses processes = NativeProcesses.ofMachine();
    private final BenchmarkStore contents;
    private final NixLayout layout;
    private final NixStore store;
    private final List<Comparison> comparisons = new ArrayList<>();

    private StoreBenchmark(BenchmarkStore contents, DaemonEndpoint endpoint)
    {
        this.contents = contents;
        this.layout = contents.layout();
        var pool = new DaemonPool(endpoint, StoreDirectory.of(layout.store()), Optional.empty(), DaemonTimes.usual(), 2);
        this.store = new NixStore(pool);
    }

    /// Measures in a temporary directory, or below the one that is given.
    public static void main(String... arguments) throws IOException
    {
        Path parent = arguments.length > 0 ? Path.of(arguments[0]) : Path.of(System.getProperty("java.io.tmpdir"));
        Path directory = Files.createTempDirectory(parent, "nix");
        boolean reached;
        try (BenchmarkStore contents = BenchmarkStore.fill(directory)) {
            var benchmark = new StoreBenchmark(contents, contents.endpoint());
            reached = benchmark.run();
        }
        System.exit(reached ? 0 : 1);
    }

    private boolean run()
    {
        try (store) {
            System.out.printf(
                    "%nNix %s, %d paths, %d generations; medians, native over the daemon's socket, commands directly on the store%n%n",
                    store.daemon().nixVersion(), store.allPaths().size(), BenchmarkStore.GENERATIONS);
            compareQueries();
            compareGraphs();
            compareGenerations();
        }
        System.out.print(Comparison.header());
        comparisons.forEach(comparison -> System.out.print(comparison.row()));
        return comparisons.stream().allMatch(Comparison::reached);
    }

    private void compareQueries()
    {
        StorePath path = contents.top();
        compare("is valid / nix-store --check-validity", PATH_QUERY_GOAL, median(5_000, 5_000, () -> store.isValid(path)),
                "nix-store", "--check-validity", full(path));
        compare("path info / nix path-info --json", PATH_QUERY_GOAL, median(5_000, 5_000, () -> store.pathInfo(path).orElseThrow()),
                "nix", "path-info", "--json", full(path));
        List<StorePath> all = List.copyOf(store.allPaths());
        compare("path info, each of " + all.size() + " in a pipeline", PATH_QUERY_GOAL,
                median(20, 20, () -> store.pathInfos(all)).dividedBy(all.size()), "nix", "path-info", "--json", full(path));
        compare("all paths / nix path-info --all", 0, median(200, 200, store::allPaths), "nix", "path-info", "--all");
    }

    private void compareGraphs()
    {
        StorePath top = contents.top();
        StorePath bottom = contents.bottom();
        String[] size = {"nix", "path-info", "-S", full(top)};
        compare("closure size, walked / nix path-info -S", 0, median(20, 20, () -> store.closure(List.of(top)).narSize()), size);
        compare("closure size, asked again", 0, median(500, 500, () -> store.closureSize(top)), size);
        String[] reason = {"nix", "why-depends", full(top), full(bottom)};
        compare("why depends, walked / nix why-depends", 0,
                median(20, 20, () -> store.closure(List.of(top)).shortestChains(top, bottom, 1).getFirst()), reason);
        compare("why depends, asked again", 0, median(500, 500, () -> store.whyDepends(top, bottom, 1).getFirst()), reason);
    }

    private void compareGenerations()
    {
        compare("100 generations / nix-env --list-generations", GENERATIONS_GOAL,
                median(50, 100, () -> Generations.ofSystem(layout).list()), "nix-env", "--profile", layout.systemProfile().toString(),
                "--list-generations");
    }

    private void compare(String name, double goal, Duration natively, String... argv)
    {
        var command = Command.of(argv).withEnvironment(layout.environment());
        Duration forked = median(3, FORKS, () -> processes.run(command).orThrow().output().bytes());
        comparisons.add(new Comparison(name, natively, forked, goal));
    }

    private String full(StorePath path)
    {
        return store.directory().fullPath(path);
    }
}
