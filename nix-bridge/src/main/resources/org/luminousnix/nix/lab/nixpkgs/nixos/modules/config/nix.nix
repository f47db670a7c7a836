{ config, lib, pkgs, ... }:
let
  cfg = config.nix;
  flag = default: description: lib.mkOption { type = lib.types.bool; inherit default description; };
  atom = lib.types.nullOr (lib.types.oneOf [
    lib.types.bool lib.types.int lib.types.float lib.types.str lib.types.path lib.types.package
  ]);
  value = given: if builtins.isBool given then lib.boolToString given else toString given;
  timed = what: {
    automatic = flag false "Whether ${what} by itself.";
    dates = lib.mkOption {
      type = lib.types.singleLineStr;
      default = "03:15";
      example = "weekly";
      description = "When, as systemd writes times.";
    };
  };
in
{
  options.nix = {
    enable = flag true "Whether Nix is on the machine.";
    package = lib.mkPackageOption pkgs "nix" { };
    gc = timed "garbage is collected" // {
      options = lib.mkOption {
        type = lib.types.singleLineStr;
        default = "";
        example = "--delete-older-than 30d";
        description = "Arguments of `nix-collect-garbage`.";
      };
      persistent = flag true "Whether a time that was missed is made up for.";
      randomizedDelaySec = lib.mkOption {
        type = lib.types.singleLineStr;
        default = "0";
        example = "45min";
        description = "A delay by chance before it starts.";
      };
    };
    optimise = {
      automatic = flag false "Whether equal files in the store are joined by itself.";
      dates = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        default = [ "03:45" ];
        description = "When, as systemd writes times.";
      };
    };
    channel.enable = flag true "Whether channels are used.";
    nixPath = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Where `<name>` is looked up.";
    };
    extraOptions = lib.mkOption { type = lib.types.lines; default = ""; description = "More lines of nix.conf."; };
    registry = lib.mkOption { type =
      lib.types.attrsOf lib.types.anything; default = { }; description = "Short names for flakes."; };
    settings = lib.mkOption {
      default = { };
      example = { experimental-features = [ "nix-command" "flakes" ]; };
      description = "Settings of Nix, as in nix.conf.";
      type = lib.types.submodule {
        freeformType = lib.types.attrsOf (lib.types.either atom (lib.types.listOf atom));
        options = {
          auto-optimise-store = flag false "Whether equal files are joined as they come into the store.";
          cores = lib.mkOption {
            type = lib.types.int;
            default = 0;
            example = 64;
            description = "Cores that one build may use; 0 for all.";
          };
          max-jobs = lib.mkOption {
            type = lib.types.either lib.types.int (lib.types.enum [ "auto" ]);
            default = "auto";
            example = 64;
            description = "How many builds run at a time.";
          };
          sandbox = lib.mkOption {
            type = lib.types.either lib.types.bool (lib.types.enum [ "relaxed" ]);
            default = true;
            description = "Whether builds are shut in.";
          };
          substituters = lib.mkOption {
            type = lib.types.listOf lib.types.str;
            default = [ ];
            description = "Caches that ready builds are fetched from.";
          };
          trusted-users = lib.mkOption {
            type = lib.types.listOf lib.types.str;
            default = [ "root" ];
            example = [ "root" "@wheel" ];
            description = "Users who may tell Nix everything.";
          };
          allowed-users = lib.mkOption {
            type = lib.types.listOf lib.types.str;
            default = [ "*" ];
            description = "Users who may use Nix.";
          };
        };
      };
    };
  };
  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ cfg.package ];
    environment.etc."nix/nix.conf".text = lib.concatStrings (lib.mapAttrsToList (name: given: "${name} = ${value given}\n") cfg.settings) + cfg.extraOptions;
    systemd.services.nix-gc = lib.mkIf cfg.gc.automatic { description = "Nix Garbage Collector"; script = "nix-collect-garbage ${cfg.gc.options}"; unitConfig.X-OnCalendar = cfg.gc.dates; };
    systemd.services.nix-optimise = lib.mkIf cfg.optimise.automatic { description = "Nix Store Optimiser"; script = "nix-store --optimise"; };
  };
}
