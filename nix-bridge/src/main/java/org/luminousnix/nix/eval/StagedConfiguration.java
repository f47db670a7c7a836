package org.luminousnix.nix.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixErrorCode.UNSUPPORTED_SHAPE;
import static org.luminousnix.nix.NixException.nixException;

/// A copy of a configuration with proposed files in it, so that it can be evaluated before anything real is written.
///
/// In a sandbox the copy is shown in the place of the original, so that absolute imports, messages and derivations are those of the real
/// thing. Closing deletes the copy.
public final class StagedConfiguration implements AutoCloseable
{
    private static final long LARGEST_COPY = 256L << 20;
    private static final int MOST_FILES = 20_000;

    private final Path original;
    private final Path temporary;
    private final Map<Path, Path> outside = new LinkedHashMap<>();

    private StagedConfiguration(Path original, Path temporary)
    {
        this.original = requireNonNull(original, "original is null");
        this.temporary = requireNonNull(temporary, "temporary is null");
    }

    /// Copies a configuration and puts proposed texts in the place of files.
    ///
    /// @param directory the directory of the configuration
    /// @param proposed the texts by absolute path; a file that exists may lie anywhere, a new one below the directory
    /// @throws org.luminousnix.nix.NixException UNSUPPORTED_SHAPE if the directory holds more than 20 000 files or 256 MiB, INVALID_ARGUMENT
    ///         if a path is relative or a new file lies outside, FILE_INACCESSIBLE if something cannot be read
    public static StagedConfiguration stage(Path directory, Map<Path, String> proposed)
    {
        try {
            var staged = new StagedConfiguration(directory.toRealPath(), Files.createTempDirectory("luminous-nix-staged-"));
            try {
                staged.fill(proposed);
            }
            catch (IOException | RuntimeException e) {
                staged.close();
                throw e;
            }
            return staged;
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "cannot copy %s: %s", directory, e);
        }
    }

    /// Returns the copy of the directory.
    public Path directory()
    {
        return temporary.resolve("configuration");
    }

    /// Returns the real path of the directory that was copied.
    public Path original()
    {
        return original;
    }

    /// Returns what is to be shown where.
    Map<Path, Path> views()
    {
        var views = new LinkedHashMap<>(outside);
        views.put(original, directory());
        return views;
    }

    /// Returns whether the copy alone holds all that is proposed.
    boolean isWhole()
    {
        return outside.isEmpty();
    }

    @Override
    public void close()
    {
        try (Stream<Path> files = Files.walk(temporary)) {
            files.sorted(Comparator.reverseOrder()).forEach(StagedConfiguration::delete);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Map<Path, String> proposed) throws IOException
    {
        Files.createDirectories(directory());
        Files.walkFileTree(original, new Copy());
        for (Map.Entry<Path, String> file : proposed.entrySet()) {
            put(file.getKey(), file.getValue());
        }
    }

    private void put(Path file, String text) throws IOException
    {
        if (!file.isAbsolute()) {
            throw nixException(INVALID_ARGUMENT, "the path of a proposed file is not absolute: %s", file);
        }
        Path real = real(file);
        if (real.startsWith(original)) {
            Path place = directory().resolve(original.relativize(real).toString());
            Files.createDirectories(place.getParent());
            Files.deleteIfExists(place);
            Files.writeString(place, text);
            return;
        }
        if (!Files.exists(real)) {
            throw nixException(INVALID_ARGUMENT, "the new file %s does not lie below %s", file, original);
        }
        Path place = temporary.resolve("outside-" + outside.size());
        Files.writeString(place, text);
        outside.put(real, place);
    }

    /// Follows links as far as the path exists, since that is where the file would be written.
    private static Path real(Path file) throws IOException
    {
        Path normal = file.normalize();
        Optional<Path> there = Stream.iterate(normal, Objects::nonNull, Path::getParent).filter(Files::exists).findFirst();
        Path existing = there.orElseThrow();
        return existing.toRealPath().resolve(existing.relativize(normal)).normalize();
    }

    private static void delete(Path file)
    {
        try {
            Files.deleteIfExists(file);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Copy extends SimpleFileVisitor<Path>
    {
        private long bytes;
        private int files;

        @Override
        public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException
        {
            if (source.endsWith(".git")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(place(source));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException
        {
            bytes += attributes.size();
            files++;
            if (bytes > LARGEST_COPY || files > MOST_FILES) {
                throw nixException(UNSUPPORTED_SHAPE, "%s is too large to be tried out as a copy", original);
            }
            if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                Files.copy(source, place(source), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path place(Path source)
        {
            return directory().resolve(original.relativize(source).toString());
        }
    }
}
