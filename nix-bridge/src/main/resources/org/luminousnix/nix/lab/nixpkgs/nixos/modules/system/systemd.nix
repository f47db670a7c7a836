{ config, lib, ... }:
let
  value = given: if builtins.isBool given then lib.boolToString given else toString given;
  line = name: given: if builtins.isList given then lib.concatMapStrings (one: "${name}=${value one}\n") given
    else "${name}=${value given}\n";
  section = name: settings:
    lib.optionalString (settings != { }) ("[${name}]\n" + lib.concatStrings (lib.mapAttrsToList line settings));
  words = name: list: lib.optionalAttrs (list != [ ]) { ${name} = toString list; };
  text = unit: lib.concatStringsSep "\n" (lib.filter (part: part != "") [
    (section "Unit" (unit.unitConfig // { Description = unit.description; } // words "After" unit.after // words "Wants" unit.wants // words "Requires" unit.requires
      // lib.optionalAttrs (!unit.restartIfChanged) { X-RestartIfChanged = false; } // lib.optionalAttrs unit.reloadIfChanged { X-ReloadIfChanged = true; }))
    (section "Service" (unit.serviceConfig // lib.optionalAttrs (unit.environment != { }) { Environment = lib.mapAttrsToList (name: given: "\"${name}=${given}\"") unit.environment; }
      // lib.optionalAttrs (unit.script != "") { ExecStart = "/bin/sh -c ${lib.escapeShellArg unit.script}"; }))
  ]);
  files = name: unit: { "systemd/system/${name}.service".text = text unit; }
    // lib.listToAttrs (map (target:
      lib.nameValuePair "systemd/system/${target}.wants/${name}.service" { text = ""; }) unit.wantedBy);
  strings = description: lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; inherit description; };
  settings = description: lib.mkOption {
    type = lib.types.attrsOf (lib.types.oneOf [
      lib.types.bool lib.types.int lib.types.str lib.types.path lib.types.package (lib.types.listOf lib.types.unspecified)
    ]);
    default = { };
    inherit description;
  };
in
{
  options.systemd = {
    services = lib.mkOption {
      default = { };
      description = "Services that systemd starts and looks after.";
      type = lib.types.attrsOf (lib.types.submodule {
        options = {
          enable = lib.mkOption { type = lib.types.bool; default = true; description = "Whether the unit is there at all."; };
          description = lib.mkOption { type = lib.types.singleLineStr; default = ""; description = "What the service is."; };
          after = strings "Units that start before this one.";
          wants = strings "Units that are started with this one.";
          requires = strings "Units without which this one stops.";
          wantedBy = strings "Targets that start this one.";
          path = lib.mkOption {
            type = lib.types.listOf (lib.types.oneOf [ lib.types.package lib.types.str ]);
            default = [ ];
            description = "Packages whose programs the service finds.";
          };
          environment = lib.mkOption {
            type = lib.types.attrsOf (lib.types.nullOr (lib.types.oneOf [ lib.types.str lib.types.path lib.types.package ]));
            default = { };
            description = "Environment variables of the service.";
          };
          script = lib.mkOption { type = lib.types.lines; default = ""; description = "Shell commands that are the service."; };
          serviceConfig = settings "Lines of the section `[Service]`.";
          unitConfig = settings "Lines of the section `[Unit]`.";
          restartIfChanged = lib.mkOption {
            type = lib.types.bool;
            default = true;
            description = "Whether a changed unit is restarted on a switch.";
          };
          reloadIfChanged = lib.mkOption {
            type = lib.types.bool;
            default = false;
            description = "Whether a changed unit is reloaded instead.";
          };
        };
      });
    };
    targets = lib.mkOption {
      type = lib.types.attrsOf (lib.types.submodule {
        options.enable = lib.mkOption {
          type = lib.types.bool;
          default = true;
          description = "Whether the target can be reached.";
        };
      });
      default = { };
      description = "Targets of systemd.";
    };
    tmpfiles.rules = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "d /tmp 1777 root root 10d" ];
      description = "Files and directories that are made or cleaned at start.";
    };
  };
  config.environment.etc = lib.mkMerge ([ (lib.mkIf (config.systemd.tmpfiles.rules != [ ]) { "tmpfiles.d/00-nixos.conf".text = lib.concatLines config.systemd.tmpfiles.rules; }) ]
    ++ lib.mapAttrsToList files (lib.filterAttrs (_: unit: unit.enable) config.systemd.services));
}
