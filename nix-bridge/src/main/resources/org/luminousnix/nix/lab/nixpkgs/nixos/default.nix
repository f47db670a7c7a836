# <nixpkgs/nixos>: the system of a configuration file, by default that of <nixos-config>.
{ configuration ? import ./lib/from-env.nix "NIXOS_CONFIG" <nixos-config>
, system ? builtins.currentSystem
}:
let
  evaluated = import ./lib/eval-config.nix { inherit system; modules = [ configuration ]; };
in
{
  inherit (evaluated) pkgs config options;
  system = evaluated.config.system.build.toplevel;
  optionsDocumentation = evaluated.pkgs.lib.options.documentation evaluated.options;
}
