package org.luminousnix.daemon.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import static java.util.Objects.requireNonNull;

/// The commands of a system or profile, read off the links in its `bin`: which package each comes from is in where it points.
public final class InstalledPrograms
{
    // 32 characters of hash and a dash stand before the name of a store path.
    private static final int HASH = 33;

    private final Path bin;

    /// Reads a directory of commands: `/run/current-system/sw/bin`.
    public InstalledPrograms(Path bin)
    {
        this.bin = requireNonNull(bin, "bin is null");
    }

    /// Returns the name and version of the package that a command comes from, `ripgrep-14.1.0`; empty where there is no such command.
    public Optional<String> origin(String program)
    {
        return origin(bin.resolve(program));
    }

    /// Returns every command with the name and version of its package; empty where there is no such directory.
    public SortedMap<String, String> all()
    {
        SortedMap<String, String> found = new TreeMap<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(bin)) {
            links.forEach(link -> origin(link).ifPresent(name -> found.put(link.getFileName().toString(), name)));
        }
        catch (NoSuchFileException e) {
            return found;
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// Returns the packages that bring commands, with a command of each.
    public SortedMap<String, String> packages()
    {
        SortedMap<String, String> byPackage = new TreeMap<>();
        for (Map.Entry<String, String> entry : all().entrySet()) {
            byPackage.putIfAbsent(entry.getValue(), entry.getKey());
        }
        return byPackage;
    }

    private static Optional<String> origin(Path link)
    {
        try {
            Path real = link.toRealPath();
            for (Path above = real; above != null && above.getFileName() != null; above = above.getParent()) {
                String name = above.getFileName().toString();
                if (name.length() > HASH && name.charAt(HASH - 1) == '-' && name.substring(0, HASH - 1).matches("[0-9a-z]{32}")) {
                    return Optional.of(name.substring(HASH));
                }
            }
            return Optional.empty();
        }
        catch (IOException e) {
            return Optional.empty();
        }
    }
}
