package org.luminousnix.nix.generation;

import org.luminousnix.nix.NixLayout;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the profiles of a person are, which differs between versions of Nix.
public final class Profiles
{
    private Profiles()
    {}

    /// Returns the profile of packages that a person installed, as far as there is one: the newer place below the home directory first.
    public static Optional<Path> user(NixLayout layout, String user, Path home)
    {
        return existing(layout, user, home, "profile");
    }

    /// Returns the profile of home-manager, as far as there is one.
    public static Optional<Path> homeManager(NixLayout layout, String user, Path home)
    {
        return existing(layout, user, home, "home-manager");
    }

    private static Optional<Path> existing(NixLayout layout, String user, Path home, String name)
    {
        return List
                .of(home.resolve(".local/state/nix/profiles").resolve(name),
                        layout.state().resolve("profiles/per-user").resolve(user).resolve(name))
                .stream()
                .filter(link -> Files.exists(link, LinkOption.NOFOLLOW_LINKS)).findFirst();
    }
}
