package org.luminousnix.protocol;

import static java.util.Objects.requireNonNull;

/// A program and its version: the client or the daemon, as each names itself.
///
/// @param name the name, `ask-nix`
/// @param version the version, `0.1.0`
public record Software(String name, String version)
{
    public Software
    {
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
    }
}
