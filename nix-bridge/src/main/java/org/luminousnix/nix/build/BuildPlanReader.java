package org.luminousnix.nix.build;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what `nix-store --realise --dry-run` says (`printMissing` of Nix' shared.cc).
final class BuildPlanReader
{
    private static final Pattern BUILT = Pattern.compile("th(?:is|ese)(?: \\d+)? derivations? will be built:");
    private static final Pattern FETCHED = Pattern
            .compile("th(?:is|ese)(?: \\d+)? paths? will be fetched \\(([0-9.]+) (\\w+) download, ([0-9.]+) (\\w+) unpacked\\):");
    private static final Pattern UNKNOWN = Pattern.compile("don't know how to build th(?:is|ese) paths?.*:");
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

    private final List<Path> builds = new ArrayList<>();
    private final List<Path> downloads = new ArrayList<>();
    private final List<Path> unknown = new ArrayList<>();
    private OptionalLong downloadBytes = OptionalLong.empty();
    private OptionalLong unpackedBytes = OptionalLong.empty();
    private List<Path> current = new ArrayList<>();

    static BuildPlan read(List<String> lines)
    {
        var reader = new BuildPlanReader();
        lines.forEach(reader::line);
        return new BuildPlan(reader.builds, reader.downloads, reader.unknown, reader.downloadBytes, reader.unpackedBytes);
    }

    private void line(String line)
    {
        Matcher fetched = FETCHED.matcher(line);
        if (line.startsWith("  /")) {
            current.add(Path.of(line.strip()));
        }
        else if (BUILT.matcher(line).matches()) {
            current = builds;
        }
        else if (UNKNOWN.matcher(line).matches()) {
            current = unknown;
        }
        else if (fetched.matches()) {
            current = downloads;
            downloadBytes = OptionalLong.of(bytes(fetched.group(1), fetched.group(2)));
            unpackedBytes = OptionalLong.of(bytes(fetched.group(3), fetched.group(4)));
        }
    }

    private static long bytes(String number, String unit)
    {
        return new BigDecimal(number).multiply(BigDecimal.valueOf(1L << (10 * Math.max(0, UNITS.indexOf(unit))))).longValue();
    }
}
