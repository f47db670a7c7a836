package org.luminousnix.nix.lab;

/// How the configuration of a lab is laid out when it is made.
public enum LabStyle
{
    /// A configuration.nix, evaluated by `<nixpkgs/nixos>`.
    CHANNEL,
    /// The same configuration.nix, named by a flake.nix.
    FLAKE
}
