package org.luminousnix.daemon.language;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// A language or tool set that people develop with.
///
/// @param libraries the package set of its libraries, `python3Packages`; empty where there is none
/// @param packages what its shell holds
record Stack(String name, String libraries, List<String> packages)
{
    Stack
    {
        requireNonNull(name, "name is null");
        requireNonNull(libraries, "libraries is null");
        packages = List.copyOf(packages);
    }
}
