package org.luminousnix.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `system.generations`.
///
/// @param profile the link whose generations these are
/// @param generations the generations, oldest first
/// @param measured how they were read
public record Generations(String profile, List<Generation> generations, String measured)
{
    public Generations
    {
        requireNonNull(profile, "profile is null");
        generations = List.copyOf(generations);
        requireNonNull(measured, "measured is null");
    }

    /// One generation of the system.
    ///
    /// @param number its number
    /// @param date when it was made
    /// @param current whether it is active now
    /// @param booted whether the machine was started with it
    /// @param version the NixOS version
    /// @param kernel the version of the kernel
    /// @param revision the revision of the configuration
    /// @param specialisations the names of its specialisations
    /// @param description its label
    public record Generation(int number, Instant date, boolean current, boolean booted, Optional<String> version, Optional<String> kernel,
            Optional<String> revision, List<String> specialisations, Optional<String> description)
    {
        public Generation
        {
            requireNonNull(date, "date is null");
            requireNonNull(version, "version is null");
            requireNonNull(kernel, "kernel is null");
            requireNonNull(revision, "revision is null");
            specialisations = List.copyOf(specialisations);
            requireNonNull(description, "description is null");
        }
    }
}
