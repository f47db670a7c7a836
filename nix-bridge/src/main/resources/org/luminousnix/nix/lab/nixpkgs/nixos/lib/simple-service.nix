# A module for a service that is turned on by one switch: its options, its unit, and its package where the programs are for people.
#
# path: of the option set; what: ends "Whether to enable …"; package: its attribute; unit: name of the systemd service;
# exec: what follows the package's path in ExecStart; inPath: whether its programs join the system's;
# hasPackageOption: whether NixOS lets the package be chosen; options: more of them; more: what else it configures.
{ path
, what
, package ? null
, unit ? null
, exec ? null
, inPath ? package != null
, hasPackageOption ? package != null
, options ? _: { }
, more ? _: { }
}:
{ config, lib, pkgs, ... }@arguments:
let
  cfg = lib.getAttrFromPath path config;
  chosen = if hasPackageOption then cfg.package else lib.getAttrFromPath (lib.toList package) pkgs;
in
{
  _file = "nixos/modules/services/${builtins.concatStringsSep "/" path}.nix";
  options = lib.setAttrByPath path (
    { enable = lib.mkEnableOption what; }
    // lib.optionalAttrs hasPackageOption { package = lib.mkPackageOption pkgs package { }; }
    // options arguments
  );
  config = lib.mkIf cfg.enable (lib.mkMerge [
    (lib.mkIf (inPath && package != null) { environment.systemPackages = [ chosen ]; })
    (if unit == null then { } else {
      systemd.services.${unit} = {
        description = lib.toUpper (builtins.substring 0 1 what) + builtins.substring 1 (-1) what;
        wantedBy = [ "multi-user.target" ];
        serviceConfig = lib.optionalAttrs (package != null) {
          ExecStart = if exec == null then lib.getExe chosen else "${chosen}/${exec}";
        };
      };
    })
    (more (arguments // { inherit cfg; }))
  ]);
}
