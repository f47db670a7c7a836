package org.luminousnix.nix.benchmark;

import org.luminousnix.nix.store.ClosureGraph;
import org.luminousnix.nix.store.StorePath;
import org.luminousnix.nix.store.SyntheticClosure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;

/// Loads a closure of a hundred thousand objects and asks why the first needs others, in the memory that the JVM is given.
///
/// The time includes making up the objects. Run with `-Xmx60m`, it shows that no more is needed.
public final class ClosureBenchmark
{
    private static final int OBJECTS = 100_000;
    private static final int QUESTIONS = 100;

    private ClosureBenchmark()
    {}

    /// Measures three times and prints each.
    public static void main(String... arguments)
    {
        var closure = new SyntheticClosure(OBJECTS);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            ClosureGraph graph = closure.graph();
            long loaded = System.nanoTime();
            int chains = 0;
            for (int question = 1; question <= QUESTIONS; question++) {
                StorePath target = closure.path(question * (OBJECTS / QUESTIONS) - 1);
                List<List<StorePath>> found = graph.shortestChains(closure.path(0), target, 1);
                chains += found.size();
            }
            long asked = System.nanoTime();
            System.out.printf(
                    "%,d objects: made up and loaded in %,d ms, %d questions in %,d ms, %d answered, heap peak %,d MB of %,d MB%n",
                    graph.size(), milliseconds(loaded - start), QUESTIONS, milliseconds(asked - loaded), chains, peak() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static long peak()
    {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(ClosureBenchmark::peak).sum();
    }

    private static long peak(MemoryPoolMXBean pool)
    {
        return pool.getPeakUsage().getUsed();
    }

    private static long milliseconds(long nanoseconds)
    {
        return Duration.ofNanos(nanoseconds).toMillis();
    }
}
