package org.luminousnix.daemon.execution;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.generation.Profiles;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.system.UserProfile;

import java.nio.file.Path;
import java.util.Optional;

/// The profile of the account that the daemon runs as: the one that it may change without anybody's rights.
final class OwnProfile
{
    private OwnProfile()
    {}

    /// Returns the profile, which need not be there yet.
    static UserProfile of(NixLayout layout, Processes processes)
    {
        String user = System.getProperty("user.name");
        Path home = Path.of(Optional.ofNullable(layout.environment().get("HOME")).orElse(System.getProperty("user.home")));
        Path profile = Profiles.user(layout, user, home)
                .orElseGet(() -> layout.state().resolve("profiles/per-user").resolve(user).resolve("profile"));
        return new UserProfile(layout, processes, profile);
    }
}
