package org.luminousnix.nix.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixException.nixException;

/// The files of a configuration on disk: reads those that belong together, and writes back what edits changed.
///
/// What a file held when it was read is remembered; a file that holds something else when it is to be written is left alone.
public final class ConfigurationFiles
{
    private static final int MOST_FILES = 1000;

    private final Configuration configuration;
    private final Map<Path, NixFile> files;

    private ConfigurationFiles(Configuration configuration, Map<Path, NixFile> files)
    {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.files = Map.copyOf(files);
    }

    /// Reads `flake.nix` or else `configuration.nix` of a directory, or the given file, and whatever these reach through
    /// path literals in imports.
    ///
    /// @throws org.luminousnix.nix.NixException `FILE_INACCESSIBLE` if the first file is missing, or one cannot be read, is not
    ///     UTF-8 or is longer than 10 MiB; an import that does not exist is passed over, since Nix will say so
    public static ConfigurationFiles read(Path directoryOrFile)
    {
        Path first = entry(directoryOrFile.toAbsolutePath().normalize());
        Map<Path, NixFile> files = new LinkedHashMap<>();
        List<Source> sources = new ArrayList<>();
        Deque<Reached> ahead = new ArrayDeque<>(List.of(new Reached(first, List.of())));
        while (!ahead.isEmpty() && files.size() < MOST_FILES) {
            Reached next = ahead.removeFirst();
            if (!files.containsKey(next.file())) {
                NixFile file = NixFile.read(next.file());
                Source source = Source.of(next.file(), file.text(), next.mount());
                files.put(next.file(), file);
                sources.add(source);
                source.module().imports().forEach(imported -> resolve(next.file(), imported).ifPresent(ahead::add));
            }
        }
        return new ConfigurationFiles(Configuration.of(sources), files);
    }

    /// Returns the texts that were read.
    public Configuration configuration()
    {
        return configuration;
    }

    /// Does edits on the texts; nothing is written.
    public EditResult apply(List<ConfigurationEdit> edits)
    {
        return configuration.apply(edits);
    }

    /// Writes the changed files, each at once or not at all, and only if it holds what was read.
    ///
    /// All files are looked at before the first is written; should a later one fail all the same, the earlier ones get back what they held.
    ///
    /// @param backup whether what a file held is kept beside it as `<name>.backup`
    /// @throws org.luminousnix.nix.NixException `FILE_CHANGED` if a file was changed since it was read, `PERMISSION_DENIED` if it is
    ///     read-only or lies in the store, `FILE_INACCESSIBLE` if it cannot be written
    public void write(EditResult.Edited edited, boolean backup)
    {
        for (FileChange change : edited.files()) {
            file(change).checkWritable();
        }
        List<FileChange> written = new ArrayList<>();
        try {
            for (FileChange change : edited.files()) {
                file(change).write(change.after(), backup);
                written.add(change);
            }
        }
        catch (RuntimeException e) {
            written.forEach(change -> restore(change, e));
            throw e;
        }
    }

    private static void restore(FileChange change, RuntimeException cause)
    {
        try {
            NixFile.read(change.path()).write(change.before(), false);
        }
        catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private NixFile file(FileChange change)
    {
        NixFile file = files.get(change.path());
        if (file == null) {
            throw nixException(FILE_INACCESSIBLE, "not a file of this configuration: %s", change.path());
        }
        return file;
    }

    private static Path entry(Path path)
    {
        if (!Files.isDirectory(path)) {
            return path;
        }
        Path flake = path.resolve("flake.nix");
        return Files.exists(flake) ? flake : path.resolve("configuration.nix");
    }

    private static Optional<Reached> resolve(Path from, Module.Import imported)
    {
        if (imported.path().startsWith("~")) {
            return Optional.empty();
        }
        Path target = from.resolveSibling(imported.path()).normalize();
        Path file = Files.isDirectory(target) ? target.resolve("default.nix") : target;
        return Files.isRegularFile(file) ? Optional.of(new Reached(file, imported.mount())) : Optional.empty();
    }

    private record Reached(Path file, List<String> mount)
    {}
}
