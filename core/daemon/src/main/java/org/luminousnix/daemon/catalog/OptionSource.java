package org.luminousnix.daemon.catalog;

/// Whose option it is.
public enum OptionSource
{
    /// NixOS: `configuration.nix`.
    NIXOS,
    /// home-manager: `home.nix`.
    HOME,
}
