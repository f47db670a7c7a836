{
  description = "The packages and the NixOS of a Luminous Nix lab";

  outputs = { self }:
    let
      lib = import ./lib;
      forAllSystems = lib.genAttrs lib.platforms.linux;
    in
    {
      inherit lib;
      legacyPackages = forAllSystems (system: import ./. { inherit system; });
    };
}
