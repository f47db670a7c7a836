# Evaluates the modules of NixOS and those of a person.
{ lib ? import ../../lib, system ? null, modules, specialArgs ? { }, ... }:
let
  # The same configuration with more modules.
  extendModules = more: import ./eval-config.nix {
    inherit lib system;
    modules = modules ++ more.modules;
    specialArgs = specialArgs // more.specialArgs or { };
  };
  evaluated = lib.evalModules {
    specialArgs = { inherit extendModules; modulesPath = toString ../modules; } // specialArgs;
    modules = import ../modules/module-list.nix ++ [
      { _file = "nixos/lib/eval-config.nix"; nixpkgs.system = lib.mkIf (system != null) (lib.mkDefault system); }
    ] ++ modules;
  };
in
evaluated // {
  inherit lib extendModules;
  inherit (evaluated.config._module.args) pkgs;
  config = builtins.removeAttrs evaluated.config [ "_module" ];
}
