package org.luminousnix.protocol;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// A package that was found.
///
/// @param attribute the attribute path in nixpkgs
/// @param version the version
/// @param description the description, one line
/// @param programs the programs that it brings
/// @param score how well it fits; higher is better
/// @param flags what nixpkgs says against it
public record PackageHit(String attribute, String version, String description, List<String> programs, double score, List<PackageFlag> flags)
{
    public PackageHit
    {
        requireNonNull(attribute, "attribute is null");
        requireNonNull(version, "version is null");
        requireNonNull(description, "description is null");
        programs = List.copyOf(programs);
        flags = List.copyOf(flags);
    }
}
