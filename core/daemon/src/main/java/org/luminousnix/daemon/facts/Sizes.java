package org.luminousnix.daemon.facts;

import java.util.Locale;

/// Sizes and times in words for people.
public final class Sizes
{
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Sizes()
    {}

    /// Returns a number of bytes with its unit: `1.5 GiB`.
    public static String text(long bytes)
    {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /// Returns a time in its two largest units: `3 days 4 hours`.
    public static String duration(long seconds)
    {
        long days = seconds / 86_400;
        long hours = seconds / 3600 % 24;
        long minutes = seconds / 60 % 60;
        if (days > 0) {
            return counted(days, "day") + " " + counted(hours, "hour");
        }
        return hours > 0 ? counted(hours, "hour") + " " + counted(minutes, "minute") : counted(minutes, "minute");
    }

    /// Returns a number with its noun: `1 day`, `2 days`.
    public static String counted(long count, String noun)
    {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
