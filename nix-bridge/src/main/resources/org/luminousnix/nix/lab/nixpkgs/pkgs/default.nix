{ config ? import ./impure-config.nix
, overlays ? [ ]
, system ? builtins.currentSystem
, localSystem ? system
, ...
}:
let
  lib = import ../lib;
  settings = if builtins.isFunction config then config { inherit lib pkgs; } else config;
  allow = import ./allow.nix { inherit lib; config = settings; };
  mkPackage = import ./package.nix { inherit lib allow system; };
  sets = import ./sets { inherit lib mkPackage; };
  base = self: sets // import ./builders.nix { inherit lib self system; } // {
    inherit lib system;
    config = settings;
    pkgs = self;
    stdenv.hostPlatform = {
      inherit system;
      isLinux = true;
      isx86_64 = system == "x86_64-linux";
      isAarch64 = system == "aarch64-linux";
    };
  } // lib.optionalAttrs (settings.allowAliases or true) (import ./aliases.nix { inherit lib self; });
  extended = builtins.foldl'
    (previous: overlay: self: let super = previous self; in super // overlay self super)
    base
    (overlays ++ lib.optional (settings ? packageOverrides) (_: super: settings.packageOverrides super));
  pkgs = extended pkgs;
in
pkgs
