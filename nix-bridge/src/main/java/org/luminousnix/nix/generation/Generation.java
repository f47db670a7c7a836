package org.luminousnix.nix.generation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One generation of a profile.
///
/// @param number from 1; a higher one was made later
/// @param link the link that keeps it, as `system-42-link`
/// @param target the store path that it leads to, whether or not that is still there
/// @param present whether the store path is there; a link that dangles is a generation that cannot be used
/// @param date when the link was made
/// @param current whether the profile points at it, so that the next start takes it
/// @param active whether it is what runs now
/// @param booted whether the machine was started with it
public record Generation(int number, Path link, Path target, boolean present, Instant date, boolean current, boolean active, boolean booted)
{
    public Generation
    {
        requireNonNull(link, "link is null");
        requireNonNull(target, "target is null");
        requireNonNull(date, "date is null");
    }

    /// Returns the name of the store path without its hash, as `nixos-system-host-24.05`.
    public Optional<String> name()
    {
        String file = target.getFileName().toString();
        int dash = file.indexOf('-');
        return dash < 0 ? Optional.empty() : Optional.of(file.substring(dash + 1));
    }
}
