package org.luminousnix.daemon.catalog;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One package, as its package set describes it.
///
/// @param attribute the attribute path below `pkgs`, `kdePackages.kate`
/// @param description one line, empty where the package has none
/// @param licenses SPDX identifiers or short names
/// @param programs what it puts on the path, its main program first; empty where nobody says
public record PackageEntry(String attribute, String pname, String version, String description, List<String> licenses, boolean unfree,
        boolean broken, boolean insecure, List<String> knownVulnerabilities, Optional<String> homepage, List<String> programs)
{
    public PackageEntry
    {
        requireNonNull(attribute, "attribute is null");
        requireNonNull(pname, "pname is null");
        requireNonNull(version, "version is null");
        requireNonNull(description, "description is null");
        licenses = List.copyOf(licenses);
        knownVulnerabilities = List.copyOf(knownVulnerabilities);
        requireNonNull(homepage, "homepage is null");
        programs = List.copyOf(programs);
    }
}
