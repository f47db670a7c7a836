package org.luminousnix.daemon.app;

import org.luminousnix.daemon.catalog.CatalogSources;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.process.SearchPath;
import org.luminousnix.nix.sandbox.SandboxKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// Finds the files of the catalogue: those that were set, the channel's own, or what Nix prints of `<nixpkgs>`, which is kept
/// until the package set changes.
final class CatalogFiles
{
    private static final Logger LOG = LoggerFactory.getLogger(CatalogFiles.class);
    private static final int LARGEST = 512 << 20;
    private static final Limits PATIENT = Limits.of(Duration.ofMinutes(15)).keeping(LARGEST, 1 << 16);

    private final Settings settings;
    private final NixLayout layout;
    private final Processes processes;
    private final Path directory;

    CatalogFiles(Settings settings, NixLayout layout, Processes processes, Path directory)
    {
        this.settings = requireNonNull(settings, "settings is null");
        this.layout = requireNonNull(layout, "layout is null");
        this.processes = requireNonNull(processes, "processes is null");
        this.directory = requireNonNull(directory, "directory is null");
    }

    /// Returns the sources; what Nix has to print is printed now, which takes a second in a lab and minutes for all of nixpkgs.
    CatalogSources sources()
    {
        return new CatalogSources(
                settings.path(Setting.PACKAGES)
                        .or(() -> printed("packages.json", List.of("nix-env", "-f", "<nixpkgs>", "-qaP", "--json", "--meta"))),
                settings.path(Setting.OPTIONS)
                        .or(() -> layout.lab()
                                ? printed("options.json",
                                        List.of("nix-instantiate", "--eval", "--strict", "--json", "<nixpkgs/nixos>", "-A",
                                                "optionsDocumentation"))
                                : Optional.empty()),
                settings.path(Setting.HOME_OPTIONS),
                settings.path(Setting.PROGRAMS).or(this::channelPrograms));
    }

    /// The channels of NixOS ship this file beside nixpkgs.
    private Optional<Path> channelPrograms()
    {
        Path file = layout.state().resolve("profiles/per-user/root/channels/nixos/programs.sqlite");
        return Files.isReadable(file) ? Optional.of(file) : Optional.empty();
    }

    private Optional<Path> printed(String name, List<String> argv)
    {
        Optional<Path> file = packageSet().map(set -> directory.resolve(set + "-" + name));
        if (file.isEmpty()) {
            return former(name);
        }
        return Files.exists(file.get()) ? file : printed(file.get(), argv);
    }

    private Optional<Path> printed(Path file, List<String> argv)
    {
        try {
            Completed completed = processes.run(evaluating(argv).within(PATIENT)).orThrow();
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, "printed", ".part");
            Files.write(part, completed.output().bytes());
            return Optional.of(Files.move(part, file, StandardCopyOption.ATOMIC_MOVE));
        }
        catch (NixException e) {
            LOG.warn("the catalogue goes without {}: {}", file.getFileName(), e.getMessage());
            return Optional.empty();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns what was printed last: without Nix, an older catalogue is better than none.
    private Optional<Path> former(String name)
    {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-" + name))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command evaluating(List<String> argv)
    {
        SearchPath searched = SearchPath.of(layout);
        Command command = new NixCommands(layout).command(SandboxKind.EVALUATION, argv).withEnvironment(searched.environment());
        return command.inside(command.sandbox().reading(searched.directories().toArray(Path[]::new)));
    }

    /// Returns a name for the package set that `<nixpkgs>` stands for now: where it is and when it changed; empty where Nix cannot tell.
    private Optional<String> packageSet()
    {
        try {
            Completed found = processes.run(evaluating(List.of("nix-instantiate", "--find-file", "nixpkgs"))).orThrow();
            Path place = Path.of(found.output().text().strip()).toRealPath();
            String changed = place + " " + Files.getLastModifiedTime(place.resolve("default.nix")).toMillis();
            return Optional.of(Integer.toHexString(changed.hashCode()));
        }
        catch (NixException | IOException e) {
            LOG.warn("the package set cannot be found: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
