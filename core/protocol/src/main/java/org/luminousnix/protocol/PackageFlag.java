package org.luminousnix.protocol;

/// What nixpkgs says against a package.
public enum PackageFlag
{
    /// Its licence is not free.
    UNFREE,

    /// It has known vulnerabilities.
    INSECURE,

    /// It does not build.
    BROKEN,

    /// It is not for this platform.
    UNSUPPORTED
}
