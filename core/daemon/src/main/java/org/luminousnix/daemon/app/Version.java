package org.luminousnix.daemon.app;

import org.luminousnix.protocol.Software;

import java.util.Optional;

/// What this daemon is called.
final class Version
{
    /// The daemon and its version, from the manifest of its jar; `development` where it runs from classes.
    static final Software SELF = new Software("luminous-nix",
            Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development"));

    private Version()
    {}
}
