let
  # A file that holds a list of modules; messages name the file.
  several = file: map (module: { _file = "nixos/modules/${file}"; imports = [ module ]; }) (import (./. + "/${file}"));
in
[
  ./config/locale.nix
  ./config/networking.nix
  ./config/nix.nix
  ./config/system-path.nix
  ./config/users.nix
  ./misc/assertions.nix
  ./misc/nixpkgs.nix
  ./security/security.nix
  ./system/boot.nix
  ./system/etc.nix
  ./system/systemd.nix
  ./system/toplevel.nix
]
++ several "hardware/hardware.nix"
++ several "programs/programs.nix"
++ several "services/desktop.nix"
++ several "services/machine.nix"
++ several "services/network.nix"
++ several "services/servers.nix"
++ several "virtualisation/virtualisation.nix"
