# Services of the machine itself: printing, power, time, documentation.
let
  simple = import ../../lib/simple-service.nix;
  inherit (import ../../lib/short-options.nix) flag opens freeform;
in
[
  (simple {
    path = [ "services" "printing" ];
    what = "printing support through the CUPS daemon";
    package = "cups";
    unit = "cups";
    exec = "bin/cupsd";
    options = { lib, ... }: {
      drivers = lib.mkOption {
        type = lib.types.listOf lib.types.path;
        default = [ ];
        example = lib.literalExpression "[ pkgs.gutenprint pkgs.hplip ]";
        description = "Packages with drivers for printers.";
      };
      webInterface = flag lib true "Whether printers are looked after in the browser.";
      openFirewall = opens lib;
      browsing = flag lib false "Whether shared printers are announced.";
    };
    more = { cfg, lib, ... }: {
      environment.etc."cups/drivers".text = lib.concatMapStrings (driver: "${driver}\n") cfg.drivers;
      networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ 631 ];
    };
  })
  (simple {
    path = [ "services" "fwupd" ];
    what = "fwupd, which lets programs update firmware";
    package = "fwupd";
    unit = "fwupd";
  })
  (simple {
    path = [ "services" "tlp" ];
    what = "TLP, which saves the battery";
    package = "tlp";
    hasPackageOption = false;
    unit = "tlp";
    options = { lib, ... }: { settings = freeform lib "Settings of TLP."; };
    more = { config, ... }: {
      assertions = [
        {
          assertion = !config.services.power-profiles-daemon.enable;
          message = "You have set services.power-profiles-daemon.enable = true;\nwhich conflicts with services.tlp.enable = true;\n";
        }
      ];
    };
  })
  (simple {
    path = [ "services" "power-profiles-daemon" ];
    what = "power-profiles-daemon, which switches between speed and saving";
    unit = "power-profiles-daemon";
  })
  (simple {
    path = [ "services" "thermald" ];
    what = "thermald, which keeps processors cool";
    package = "thermald";
    unit = "thermald";
    inPath = false;
  })
  (simple {
    path = [ "services" "upower" ];
    what = "UPower, which tells programs how the battery is";
    package = "upower";
    unit = "upower";
  })
  (simple {
    path = [ "services" "cron" ];
    what = "the Vixie cron daemon";
    package = "cronie";
    hasPackageOption = false;
    unit = "cron";
    options = { lib, ... }: {
      systemCronJobs = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        default = [ ];
        example = [ "* * * * *  root  date > /tmp/date" ];
        description = "Lines of the system's table of jobs.";
      };
    };
    more = { cfg, lib, ... }: { environment.etc."crontab".text = lib.concatLines cfg.systemCronJobs; };
  })
  ({ config, lib, pkgs, ... }: {
    options.services.resolved.enable = flag lib false "Whether systemd-resolved answers names.";
    options.services.timesyncd.enable = flag lib true "Whether systemd-timesyncd keeps the time.";
    options.services.journald.extraConfig = lib.mkOption {
      type = lib.types.lines;
      default = "";
      example = "SystemMaxUse=100M";
      description = "More lines of journald.conf.";
    };
    options.services.logind.lidSwitch = lib.mkOption {
      type = lib.types.enum [
        "ignore" "poweroff" "reboot" "halt" "kexec" "suspend" "hibernate" "hybrid-sleep" "suspend-then-hibernate" "lock"
      ];
      default = "suspend";
      description = "What happens when the lid is closed.";
    };
    options.services.udev.packages = lib.mkOption {
      type = lib.types.listOf lib.types.path;
      default = [ ];
      description = "Packages with rules for devices.";
    };
    options.services.udev.extraRules = lib.mkOption {
      type = lib.types.lines;
      default = "";
      description = "More rules for devices.";
    };
    options.services.gvfs.enable = lib.mkEnableOption "GVfs, for network folders and the waste basket";
    options.services.udisks2.enable = lib.mkEnableOption "udisks2, which lets programs mount disks";
    options.services.fstrim.enable = lib.mkEnableOption "the weekly trim of solid-state disks";
    options.services.locate.enable = lib.mkEnableOption "the daily list of files for locate";
    options.services.earlyoom.enable = lib.mkEnableOption "earlyoom, which acts before memory is full";
    options.services.usbmuxd.enable = lib.mkEnableOption "usbmuxd, for devices of Apple";
    options.services.pcscd.enable = lib.mkEnableOption "the PC/SC daemon for smart cards";
    options.services.fprintd.enable = lib.mkEnableOption "fprintd, for fingerprints";
    options.services.geoclue2.enable = lib.mkEnableOption "GeoClue, which tells programs where the machine is";
    options.services.zfs.autoScrub.enable = lib.mkEnableOption "the weekly check of ZFS pools";
    options.services.btrfs.autoScrub.enable = lib.mkEnableOption "the monthly check of btrfs";
    options.services.snapper.snapshotInterval = lib.mkOption {
      type = lib.types.str;
      default = "hourly";
      description = "How often snapshots are made.";
    };
    options.services.restic.backups = lib.mkOption {
      type = lib.types.attrsOf lib.types.anything;
      default = { };
      description = "Backups that are made by themselves.";
    };
    options.services.borgbackup.jobs = lib.mkOption {
      type = lib.types.attrsOf lib.types.anything;
      default = { };
      description = "Backups that are made by themselves.";
    };
    options.documentation.enable = flag lib true "Whether documentation is installed.";
    options.documentation.man.enable = flag lib true "Whether manual pages are installed.";
    options.documentation.nixos.enable = flag lib true "Whether the manual of NixOS is installed.";
    config.environment.etc."systemd/journald.conf".text = config.services.journald.extraConfig;
    config.environment.etc."systemd/logind.conf".text = "HandleLidSwitch=${config.services.logind.lidSwitch}\n";
    config.systemd.services = lib.mkMerge [
      (lib.mkIf config.services.timesyncd.enable {
        systemd-timesyncd = { description = "Network Time Synchronization"; wantedBy = [ "sysinit.target" ]; };
      })
      (lib.mkIf config.services.resolved.enable {
        systemd-resolved = { description = "Network Name Resolution"; wantedBy = [ "sysinit.target" ]; };
      })
      (lib.mkIf config.services.fstrim.enable { fstrim = { description = "Discard unused blocks"; }; })
      (lib.mkIf config.services.earlyoom.enable {
        earlyoom = { description = "Early OOM Daemon"; wantedBy = [ "multi-user.target" ]; };
      })
      (lib.mkIf config.services.fprintd.enable {
        fprintd = { description = "Fingerprint Authentication Daemon"; wantedBy = [ "multi-user.target" ]; };
      })
    ];
  })
]
