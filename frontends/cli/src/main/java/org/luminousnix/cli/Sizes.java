package org.luminousnix.cli;

import java.util.Locale;

/// Writes amounts for people.
final class Sizes
{
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Sizes()
    {}

    /// Returns bytes in the largest unit (of 1024) that leaves a whole part, with one digit behind the point: `1.2 MiB`.
    static String bytes(long bytes)
    {
        double value = Math.abs((double) bytes);
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        String number = unit == 0 ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
        return (bytes < 0 ? "-" : "") + number + " " + UNITS[unit];
    }

    /// Returns bytes with their sign: `+1.2 MiB`.
    static String growth(long bytes)
    {
        return (bytes > 0 ? "+" : "") + bytes(bytes);
    }

    /// Returns milliseconds as seconds or minutes: `0.4 s`, `2 min 5 s`.
    static String duration(long milliseconds)
    {
        if (milliseconds < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
        }
        long seconds = milliseconds / 1000;
        return seconds / 60 + " min " + seconds % 60 + " s";
    }
}
