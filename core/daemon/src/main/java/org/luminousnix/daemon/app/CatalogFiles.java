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
import java.util.List;
import java.util.Optional;

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
        Path file = directory.resolve(packageSet() + "-" + name);
        if (Files.exists(file)) {
            return Optional.of(file);
        }
        try {
            Completed completed = processes.run(evaluating(argv).within(PATIENT)).orThrow();
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, name, ".part");
            Files.write(part, completed.output().bytes());
            return Optional.of(Files.move(part, file, StandardCopyOption.ATOMIC_MOVE));
        }
        catch (NixException e) {
            LOG.warn("the catalogue goes without {}: {}", name, e.getMessage());
            return Optional.empty();
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

    /// Returns a name for the package set that `<nixpkgs>` stands for now: where it is and when it changed.
    private String packageSet()
    {
        Completed found = processes
                .run(new NixCommands(layout).command(SandboxKind.EVALUATION, List.of("nix-instantiate", "--find-file", "nixpkgs")));
        if (!found.succeeded()) {
            return "none";
        }
        Path place = Path.of(found.output().text().strip());
        try {
            return Integer.toHexString(
                    (place.toRealPath() + " " + Files.getLastModifiedTime(place.resolve("default.nix")).toMillis()).hashCode());
        }
        catch (IOException e) {
            return "none";
        }
    }
}
