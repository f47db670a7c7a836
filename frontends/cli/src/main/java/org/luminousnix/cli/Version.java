package org.luminousnix.cli;

import java.util.Optional;

/// The client's own version, as the build wrote it into the jar.
final class Version
{
    private Version()
    {}

    /// Returns the version; nothing when the classes are not in a jar.
    static Optional<String> own()
    {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    }
}
