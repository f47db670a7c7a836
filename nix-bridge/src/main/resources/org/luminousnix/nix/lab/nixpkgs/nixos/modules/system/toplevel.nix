{ config, lib, pkgs, options, extendModules, ... }:
let
  root = dirOf builtins.storeDir;
  kernel = config.boot.kernelPackages.kernel;
  snippets = lib.mapAttrsToList (name: snippet: {
    inherit name;
    text = if builtins.isString snippet then snippet else snippet.text;
  }) config.system.activationScripts;
  activate = ''
    status=0
    systemConfig=$OUT
    ${lib.concatMapStrings (snippet: ''
      #### Snippet ${snippet.name}
      ( set -e
      ${snippet.text}
      )
      [ $? -eq 0 ] || { echo "Activation script snippet '${snippet.name}' failed" >&2; status=1; }
    '') snippets}
    point() { ln -sfn "$2" "$1.new" && mv -fT "$1.new" "$1" || status=1; }
    mkdir -p "$ROOT/run" "$ROOT/etc"
    point "$ROOT/etc/static" "$OUT/etc"
    point "$ROOT/run/current-system" "$OUT"
    exit $status
  '';
  loader = if config.boot.loader.systemd-boot.enable then "systemd-boot" else if config.boot.loader.grub.enable then "grub"
    else "none";
  limit = if config.boot.loader.systemd-boot.configurationLimit == null then 0
    else config.boot.loader.systemd-boot.configurationLimit;
  failed = map (assertion: assertion.message) (lib.filter (assertion: !assertion.assertion) config.assertions);
  checked = toplevel:
    if failed != [ ] then throw "\nFailed assertions:\n${lib.concatMapStringsSep "\n" (message: "- ${message}") failed}"
    else builtins.foldl' (result: warning: lib.warn warning result) toplevel config.warnings;
  toplevel = pkgs.runCommand "nixos-system-${config.networking.hostName}-${config.system.nixos.label}"
    {
      passAsFile = [ "activate" "switch" ];
      inherit activate;
      switch = builtins.readFile ./switch-to-configuration.sh;
      inherit root loader;
      timeout = toString config.boot.loader.timeout;
      limit = toString limit;
      kernelParams = toString config.boot.kernelParams;
      checks = lib.concatStrings
        (lib.mapAttrsToList (name: check:
        "( ${check}\n) || { echo \"Pre-switch check '${name}' failed\" >&2; exit 1; }\n") config.system.preSwitchChecks);
      specialisations = lib.concatStrings
        (lib.mapAttrsToList (name: child: "${name} ${child}\n") config.system.build.specialisations);
    } ''
      mkdir -p $out/bin $out/specialisation $out/kernel-modules/lib/modules/${kernel.version}
      ln -s ${config.system.build.etc} $out/etc
      ln -s ${config.system.path} $out/sw
      ln -s ${kernel} $out/kernel
      printf '%s' '${config.system.nixos.label}' > $out/nixos-version
      printf '%s' '${pkgs.system}' > $out/system
      printf '%s' '${config.system.boot.loader.initInterface}' > $out/init-interface-version
      printf '%s' "$kernelParams" > $out/kernel-params
      head() { printf '#!/bin/sh\nOUT=%s\nROOT=%s\n' "$out" "$root"; }
      { head; cat "$activatePath"; } > $out/activate
      { head; echo 'echo "would activate the configuration..." >&2'; } > $out/dry-activate
      { head; printf 'LOADER=%s\nTIMEOUT=%s\nLIMIT=%s\npreSwitchChecks() {\n:\n%s\n}\n' "$loader" "$timeout" "$limit" "$checks"; cat "$switchPath"; } > $out/bin/switch-to-configuration
      printf '#!/bin/sh\nexec "%s/activate"\n' "$out" > $out/init
      chmod +x $out/activate $out/dry-activate $out/init $out/bin/switch-to-configuration
      printf '%s' "$specialisations" | while read -r name path; do ln -s "$path" "$out/specialisation/$name"; done
      ${config.system.extraSystemBuilderCmds}
    '';
in
{
  options = {
    system.stateVersion = lib.mkOption {
      type = lib.types.str;
      default = lib.version;
      defaultText = lib.literalExpression "config.system.nixos.release";
      description = "The release that this machine was first installed with; programs keep their data as it was then. Leave it when you upgrade.";
    };
    system.nixos.label = lib.mkOption {
      type = lib.types.strMatching "[a-zA-Z0-9:_.-]*";
      default = "${config.system.nixos.release}.lab";
      defaultText = lib.literalExpression "\"\${config.system.nixos.release}.lab\"";
      description = "What the boot menu calls this system.";
    };
    system.nixos.release = lib.mkOption {
      type = lib.types.str;
      readOnly = true;
      default = lib.version;
      description = "The release of NixOS, such as `24.11`.";
    };
    system.nixos.version = lib.mkOption {
      type = lib.types.str;
      default = config.system.nixos.label;
      defaultText = lib.literalExpression "config.system.nixos.label";
      internal = true;
      description = "The full version.";
    };
    system.boot.loader.initInterface = lib.mkOption {
      type = lib.types.str;
      default = "systemd 256.7";
      internal = true;
      description = "The interface between the first process and the switch; when it changes, a restart is needed.";
    };
    system.activationScripts = lib.mkOption {
      type = lib.types.attrsOf (lib.types.either lib.types.str (lib.types.submodule {
        options.text = lib.mkOption { type = lib.types.lines; description = "The commands."; };
        options.deps = lib.mkOption {
          type = lib.types.listOf lib.types.str;
          default = [ ];
          description = "Scripts that run before.";
        };
      }));
      default = { };
      description = "Shell commands that run whenever the configuration is activated.";
    };
    system.preSwitchChecks = lib.mkOption {
      type = lib.types.attrsOf lib.types.lines;
      default = { };
      description = "Shell commands that can stop a switch before it begins.";
    };
    system.extraSystemBuilderCmds = lib.mkOption {
      type = lib.types.lines;
      default = "";
      internal = true;
      description = "Commands at the end of the build of the system.";
    };
    system.copySystemConfiguration = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether the system holds a copy of its configuration.nix.";
    };
    system.extraDependencies = lib.mkOption {
      type = lib.types.listOf lib.types.package;
      default = [ ];
      description = "Packages that are kept although nothing refers to them.";
    };
    system.autoUpgrade.enable = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether the system is upgraded by itself, once a day.";
    };
    system.autoUpgrade.allowReboot = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether an upgrade may restart the machine.";
    };
    system.autoUpgrade.dates = lib.mkOption {
      type = lib.types.str;
      default = "04:40";
      example = "daily";
      description = "When the system is upgraded, as systemd writes times.";
    };
    specialisation = lib.mkOption {
      default = { };
      description = "Other forms of this system that can be chosen at boot or switched to.";
      type = lib.types.attrsOf (lib.types.submodule {
        options.configuration = lib.mkOption {
          type = lib.types.raw;
          default = { };
          description = "What is different, as a module.";
        };
        options.inheritParentConfig = lib.mkOption {
          type = lib.types.bool;
          default = true;
          description = "Whether the rest is as in the main form.";
        };
      });
    };
  };
  config.system.activationScripts.stdio = "";
  config.system.extraSystemBuilderCmds =
    lib.mkIf config.system.copySystemConfiguration "ln -s ${import ../../lib/from-env.nix "NIXOS_CONFIG" <nixos-config>} $out/configuration.nix\n";
  config.system.build = {
    toplevel = checked toplevel;
    specialisations = lib.mapAttrs (_: child: (extendModules {
      modules = [ child.configuration { specialisation = lib.mkForce { }; } ];
    }).config.system.build.toplevel) config.specialisation;
    optionsDocumentation = lib.options.documentation options;
  };
  config.systemd.services.nixos-upgrade = lib.mkIf config.system.autoUpgrade.enable {
    description = "NixOS Upgrade";
    restartIfChanged = false;
    script = "nixos-rebuild switch --upgrade";
  };
}
