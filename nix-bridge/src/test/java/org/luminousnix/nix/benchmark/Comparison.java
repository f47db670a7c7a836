package org.luminousnix.nix.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/// One question asked natively and by a forked command, with the medians of both.
///
/// @param name what is asked
/// @param natively the median time of the library
/// @param forked the median time of the command
/// @param goal how many times faster the library is to be; 0 where there is no goal
record Comparison(String name, Duration natively, Duration forked, double goal)
{
    Comparison
    {
        requireNonNull(name, "name is null");
        requireNonNull(natively, "natively is null");
        requireNonNull(forked, "forked is null");
    }

    /// Returns the median time of so many calls, after so many that do not count.
    static Duration median(int unmeasured, int measured, Supplier<?> call)
    {
        for (int round = 0; round < unmeasured; round++) {
            requireNonNull(call.get(), "a call returns nothing");
        }
        var times = new long[measured];
        for (int round = 0; round < measured; round++) {
            long start = System.nanoTime();
            requireNonNull(call.get(), "a call returns nothing");
            times[round] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return Duration.ofNanos(times[measured / 2]);
    }

    double factor()
    {
        return (double) forked.toNanos() / natively.toNanos();
    }

    boolean reached()
    {
        return factor() >= goal;
    }

    static String header()
    {
        return row("question", "native", "forked", "factor", "goal")
                + row("-".repeat(44), "-".repeat(12), "-".repeat(12), "-".repeat(9), "-".repeat(7));
    }

    String row()
    {
        String wanted = goal == 0 ? "" : String.format(Locale.ROOT, "%.0f%s", goal, reached() ? "" : " NO");
        return row(name, text(natively), text(forked), String.format(Locale.ROOT, "%.1f", factor()), wanted);
    }

    private static String row(String... cells)
    {
        return String.format(Locale.ROOT, "| %-44s | %12s | %12s | %9s | %7s |%n", (Object[]) cells);
    }

    private static String text(Duration time)
    {
        return String.format(Locale.ROOT, "%,.1f µs", time.toNanos() / 1_000.0);
    }
}
