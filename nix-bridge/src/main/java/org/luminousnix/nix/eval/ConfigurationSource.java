package org.luminousnix.nix.eval;

import org.luminousnix.nix.NixLayout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// Where the configuration of a NixOS is evaluated from.
public sealed interface ConfigurationSource
{
    /// Returns the directory that holds the configuration.
    Path directory();

    /// A configuration.nix that `<nixpkgs/nixos>` of a channel evaluates.
    ///
    /// @param directory the directory of configuration.nix
    record Classic(Path directory) implements ConfigurationSource
    {
        public Classic
        {
            requireNonNull(directory, "directory is null");
        }

        /// Returns the file that the evaluation begins with.
        public Path file()
        {
            return directory.resolve("configuration.nix");
        }
    }

    /// One of the `nixosConfigurations` of a flake.
    ///
    /// @param directory the directory of flake.nix
    /// @param name which configuration, usually the host's name
    record Flake(Path directory, String name) implements ConfigurationSource
    {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");

        public Flake
        {
            requireNonNull(directory, "directory is null");
            requireNonNull(name, "name is null");
            if (!NAME.matcher(name).matches()) {
                throw nixException(INVALID_ARGUMENT, "not a name of a configuration: %s", name);
            }
        }

        /// Returns the configuration as `nix` is told of it: in a Git repository the files that Git knows count, elsewhere all.
        String reference()
        {
            return isInRepository() ? reference("git+file://", directory) : reference("path:", directory);
        }

        /// Returns the configuration of a copy of the directory, all of whose files count.
        String referenceIn(Path copy)
        {
            return reference("path:", copy);
        }

        private String reference(String scheme, Path place)
        {
            return scheme + place.toUri().getRawPath().replaceFirst("/$", "") + "#nixosConfigurations.\"" + name + "\"";
        }

        private boolean isInRepository()
        {
            return Stream.iterate(directory.toAbsolutePath(), Objects::nonNull, Path::getParent)
                    .anyMatch(parent -> Files.exists(parent.resolve(".git")));
        }
    }

    /// Returns the source that `nixos-rebuild` would choose: the flake in the configuration directory if there is one, behind its links.
    ///
    /// @param hostName the name of the configuration in a flake
    static ConfigurationSource of(NixLayout layout, String hostName)
    {
        return flakeDirectory(layout.nixos()).<ConfigurationSource>map(directory -> new Flake(directory, hostName))
                .orElseGet(() -> new Classic(layout.nixos()));
    }

    private static Optional<Path> flakeDirectory(Path directory)
    {
        Path flake = directory.resolve("flake.nix");
        if (!Files.exists(flake)) {
            return Optional.empty();
        }
        try {
            return Optional.of(flake.toRealPath().getParent());
        }
        catch (IOException _) {
            return Optional.empty();
        }
    }
}
