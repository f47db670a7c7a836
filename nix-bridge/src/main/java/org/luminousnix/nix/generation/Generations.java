package org.luminousnix.nix.generation;

import org.luminousnix.nix.NixLayout;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixErrorCode.NO_SUCH_GENERATION;
import static org.luminousnix.nix.NixException.nixException;

/// The generations of one profile, as its links are now. Takes no lock and needs no rights but to read.
public final class Generations
{
    private final Path profile;
    private final Path active;
    private final Path booted;

    private Generations(Path profile, Path active, Path booted)
    {
        this.profile = requireNonNull(profile, "profile is null");
        this.active = requireNonNull(active, "active is null");
        this.booted = requireNonNull(booted, "booted is null");
    }

    /// Returns the generations of the system.
    public static Generations ofSystem(NixLayout layout)
    {
        return new Generations(layout.systemProfile(), layout.currentSystem(), layout.bootedSystem());
    }

    /// Returns the generations of any other profile; its current one counts as active, and none as booted.
    public static Generations of(Path profile)
    {
        return new Generations(profile, profile, profile.resolveSibling("."));
    }

    /// Returns the link whose numbered siblings are the generations.
    public Path profile()
    {
        return profile;
    }

    /// Returns all generations, oldest first; none if there is no such profile.
    ///
    /// @throws org.luminousnix.nix.NixException FILE_INACCESSIBLE if the directory of the profile cannot be read
    public List<Generation> list()
    {
        Optional<Path> current = currentLink();
        Optional<Path> running = realPath(active);
        Optional<Path> started = realPath(booted);
        var generations = new ArrayList<Generation>();
        var pattern = Pattern.compile(Pattern.quote(profile.getFileName().toString()) + "-([0-9]{1,9})-link");
        try (DirectoryStream<Path> links = Files.newDirectoryStream(profile.toAbsolutePath().getParent())) {
            for (Path link : links) {
                Matcher matcher = pattern.matcher(link.getFileName().toString());
                if (matcher.matches()) {
                    read(link, Integer.parseInt(matcher.group(1)), current, running, started).ifPresent(generations::add);
                }
            }
        }
        catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "cannot read the generations of %s: %s", profile, e.getMessage());
        }
        generations.sort(Comparator.comparingInt(Generation::number));
        return List.copyOf(generations);
    }

    /// Returns the generation that the profile points at, empty if there is none.
    public Optional<Generation> current()
    {
        return list().stream().filter(Generation::current).findFirst();
    }

    /// Returns the generation of this number.
    ///
    /// @throws org.luminousnix.nix.NixException NO_SUCH_GENERATION if there is none
    public Generation require(int number)
    {
        return list().stream().filter(generation -> generation.number() == number).findFirst()
                .orElseThrow(() -> nixException(NO_SUCH_GENERATION, "%s has no generation %d", profile, number));
    }

    /// Returns the number that a rollback leads to: the largest below the current one, empty if there is none.
    public OptionalInt beforeCurrent()
    {
        List<Generation> all = list();
        OptionalInt current = all.stream().filter(Generation::current).mapToInt(Generation::number).findFirst();
        return current.isEmpty()
                ? OptionalInt.empty()
                : all.stream().mapToInt(Generation::number).filter(number -> number < current.getAsInt()).max();
    }

    private Optional<Path> currentLink()
    {
        try {
            return Optional.of(profile.resolveSibling(Files.readSymbolicLink(profile)).getFileName());
        }
        catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Generation> read(Path link, int number, Optional<Path> current, Optional<Path> running, Optional<Path> started)
            throws IOException
    {
        try {
            Path target = link.resolveSibling(Files.readSymbolicLink(link));
            Optional<Path> real = realPath(target);
            return Optional.of(new Generation(number, link, target, real.isPresent(),
                    Files.getLastModifiedTime(link, LinkOption.NOFOLLOW_LINKS).toInstant(),
                    current.equals(Optional.of(link.getFileName())), real.isPresent() && real.equals(running),
                    real.isPresent() && real.equals(started)));
        }
        catch (NoSuchFileException _) {
            // Somebody deleted the generation between the listing and the reading.
            return Optional.empty();
        }
        catch (NotLinkException _) {
            return Optional.empty();
        }
    }

    private static Optional<Path> realPath(Path path)
    {
        try {
            return Optional.of(path.toRealPath());
        }
        catch (IOException _) {
            return Optional.empty();
        }
    }
}
