package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `catalog.package`: everything known of one package.
///
/// @param attribute the attribute path in nixpkgs
/// @param name the name without version
/// @param version the version
/// @param description the description, one line
/// @param longDescription the long description
/// @param homepage the address of the project
/// @param licenses the names of the licences
/// @param programs the programs that it brings
/// @param mainProgram the program that `nix run` starts
/// @param flags what nixpkgs says against it
/// @param vulnerabilities the known vulnerabilities
/// @param installed whether the running system or profile has it, where that was looked up
/// @param source where this is known from
public record PackageDetail(String attribute, String name, String version, String description, Optional<String> longDescription,
        Optional<String> homepage, List<String> licenses, List<String> programs, Optional<String> mainProgram, List<PackageFlag> flags,
        List<String> vulnerabilities, Optional<Boolean> installed, String source)
{
    public PackageDetail
    {
        requireNonNull(attribute, "attribute is null");
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
        requireNonNull(description, "description is null");
        requireNonNull(longDescription, "longDescription is null");
        requireNonNull(homepage, "homepage is null");
        licenses = List.copyOf(licenses);
        programs = List.copyOf(programs);
        requireNonNull(mainProgram, "mainProgram is null");
        flags = List.copyOf(flags);
        vulnerabilities = List.copyOf(vulnerabilities);
        requireNonNull(installed, "installed is null");
        requireNonNull(source, "source is null");
    }
}
