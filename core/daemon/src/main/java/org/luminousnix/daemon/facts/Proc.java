package org.luminousnix.daemon.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Reads the small files of /proc, /sys and /etc below a root; what is not there, or not ours to read, is empty.
final class Proc
{
    private static final int LONGEST = 1 << 20;

    private final Path root;

    Proc(Path root)
    {
        this.root = requireNonNull(root, "root is null");
    }

    Optional<String> text(String file)
    {
        try (var in = Files.newInputStream(path(file))) {
            return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
        }
        catch (IOException e) {
            return Optional.empty();
        }
    }

    Optional<String> line(String file)
    {
        return text(file).map(String::strip).filter(line -> !line.isEmpty());
    }

    List<String> lines(String file)
    {
        return text(file).map(text -> text.lines().toList()).orElse(List.of());
    }

    /// Returns the value of a line `Name: value`, as /proc/meminfo and /proc/cpuinfo have it.
    Optional<String> member(String file, String name)
    {
        return lines(file).stream().filter(line -> line.startsWith(name) && line.substring(name.length()).strip().startsWith(":"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip());
    }

    /// Returns the names in a directory, sorted.
    List<String> names(String directory)
    {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path(directory))) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        catch (IOException | DirectoryIteratorException | UncheckedIOException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    Path path(String file)
    {
        return root.resolve(file);
    }
}
