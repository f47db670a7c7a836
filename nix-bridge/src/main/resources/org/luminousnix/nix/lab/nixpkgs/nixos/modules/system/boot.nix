{ config, lib, pkgs, ... }:
let
  flag = default: description: lib.mkOption { type = lib.types.bool; inherit default description; };
  strings = description: lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; inherit description; };
  microcode = vendor: lib.mkOption {
    type = lib.types.bool;
    default = false;
    description = "Whether the microcode of ${vendor} processors is updated at start.";
  };
in
{
  options = {
    boot.kernelPackages = lib.mkOption {
      type = lib.types.raw;
      default = pkgs.linuxPackages;
      defaultText = lib.literalExpression "pkgs.linuxPackages";
      example = lib.literalExpression "pkgs.linuxPackages_latest";
      description = "The kernel and the modules that belong to it.";
    };
    boot.kernelParams = lib.mkOption {
      type = lib.types.listOf (lib.types.strMatching "([^\"[:space:]]|\"[^\"]*\")+" // {
        description = "string, with spaces inside double quotes";
      });
      default = [ ];
      example = [ "quiet" ];
      description = "Words on the command line of the kernel.";
    };
    boot.kernelModules = strings "Modules of the kernel that are loaded at the second stage of the start.";
    boot.extraModulePackages = lib.mkOption {
      type = lib.types.listOf lib.types.package;
      default = [ ];
      description = "Packages with more modules of the kernel.";
    };
    boot.blacklistedKernelModules = strings "Modules of the kernel that are not loaded by themselves.";
    boot.kernel.sysctl = lib.mkOption {
      type = lib.types.attrsOf (lib.types.nullOr (lib.types.oneOf [ lib.types.bool lib.types.str lib.types.int ]));
      default = { };
      example = { "vm.swappiness" = 10; };
      description = "Parameters of the running kernel.";
    };
    boot.initrd.availableKernelModules = strings "Modules that the first stage of the start can load.";
    boot.initrd.kernelModules = strings "Modules that the first stage of the start loads.";
    boot.initrd.luks.devices = lib.mkOption {
      default = { };
      description = "Encrypted disks that are opened at start.";
      type = lib.types.attrsOf (lib.types.submodule {
        options.device = lib.mkOption { type = lib.types.str; description = "The encrypted device."; };
        options.allowDiscards = flag false "Whether the disk is told which blocks are free.";
      });
    };
    boot.supportedFilesystems = lib.mkOption {
      type = lib.types.either (lib.types.listOf lib.types.str) (lib.types.attrsOf lib.types.bool);
      default = [ ];
      example = [ "ntfs" ];
      description = "File systems that can be mounted besides those in use.";
    };
    boot.plymouth.enable = flag false "Whether a picture is shown while the machine starts.";
    boot.tmp.cleanOnBoot = flag false "Whether `/tmp` is emptied at start.";
    boot.tmp.useTmpfs = flag false "Whether `/tmp` is kept in memory.";
    boot.loader.timeout = lib.mkOption {
      type = lib.types.nullOr lib.types.int;
      default = 5;
      description = "Seconds until the default entry of the boot menu is started; null waits for a key.";
    };
    boot.loader.efi.canTouchEfiVariables = flag false "Whether the installation may change the boot entries of the firmware.";
    boot.loader.efi.efiSysMountPoint = lib.mkOption {
      type = lib.types.str;
      default = "/boot";
      description = "Where the EFI partition is mounted.";
    };
    boot.loader.systemd-boot.enable = flag false "Whether systemd-boot starts the machine.";
    boot.loader.systemd-boot.configurationLimit = lib.mkOption {
      type = lib.types.nullOr lib.types.int;
      default = null;
      example = 120;
      description = "How many generations are shown in the boot menu.";
    };
    boot.loader.systemd-boot.editor = flag true "Whether the command line of the kernel can be changed in the boot menu.";
    boot.loader.systemd-boot.consoleMode = lib.mkOption {
      type = lib.types.enum [ "0" "1" "2" "5" "auto" "max" "keep" ];
      default = "keep";
      description = "The resolution of the boot menu.";
    };
    boot.loader.grub.enable = flag false "Whether GRUB starts the machine.";
    boot.loader.grub.device = lib.mkOption {
      type = lib.types.str;
      default = "";
      example = "/dev/disk/by-id/wwn-0x500001234567890a";
      description = "The disk that GRUB is put on; `nodev` for none.";
    };
    boot.loader.grub.efiSupport = flag false "Whether GRUB is made for EFI.";
    boot.loader.grub.useOSProber = flag false "Whether other systems on the disks join the boot menu.";
    boot.loader.grub.configurationLimit = lib.mkOption {
      type = lib.types.int;
      default = 100;
      description = "How many generations are shown in the boot menu.";
    };
    fileSystems = lib.mkOption {
      default = { };
      description = "File systems that are mounted, by where.";
      example = lib.literalExpression ''{ "/data" = { device = "/dev/sdb1"; fsType = "ext4"; }; }'';
      type = lib.types.attrsOf (lib.types.submodule ({ name, ... }: {
        options.mountPoint = lib.mkOption {
          type = lib.types.str;
          default = name;
          defaultText = lib.literalExpression "‹name›";
          description = "Where it is mounted.";
        };
        options.device = lib.mkOption {
          type = lib.types.nullOr lib.types.str;
          default = null;
          description = "The device, by name, label or identifier.";
        };
        options.fsType = lib.mkOption {
          type = lib.types.str;
          default = "auto";
          example = "ext3";
          description = "The kind of file system.";
        };
        options.options = lib.mkOption {
          type = lib.types.listOf lib.types.str;
          default = [ "defaults" ];
          description = "Options of the mount.";
        };
        options.autoResize = flag false "Whether it is grown to the size of the partition.";
        options.neededForBoot = flag false "Whether the first stage of the start mounts it.";
      }));
    };
    swapDevices = lib.mkOption {
      default = [ ];
      description = "Where memory is swapped to.";
      type = lib.types.listOf (lib.types.submodule {
        options.device = lib.mkOption { type = lib.types.str; description = "The partition or file."; };
        options.size = lib.mkOption {
          type = lib.types.nullOr lib.types.int;
          default = null;
          example = 2048;
          description = "The size of the file in MiB; it is made if not null.";
        };
        options.randomEncryption.enable = flag false "Whether it is encrypted with a key that is forgotten.";
      });
    };
    zramSwap.enable = flag false "Whether memory is swapped into compressed memory.";
    zramSwap.memoryPercent = lib.mkOption { type = lib.types.int; default = 50; description = "How much memory, in percent."; };
    hardware.enableRedistributableFirmware = flag false "Whether firmware that may be passed on is installed.";
    hardware.enableAllFirmware = flag false "Whether all firmware is installed, also that under closed licences.";
    hardware.cpu.intel.updateMicrocode = microcode "Intel";
    hardware.cpu.amd.updateMicrocode = microcode "AMD";
    powerManagement.enable = flag true "Whether the machine saves power and can sleep.";
    powerManagement.cpuFreqGovernor = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      example = "ondemand";
      description = "How the speed of the processor is chosen: `ondemand`, `powersave`, `performance`.";
    };
    powerManagement.powertop.enable = flag false "Whether powertop tunes the machine at start.";
  };
  config = {
    assertions = [
      {
        assertion = config.fileSystems ? "/";
        message = "The ‘fileSystems’ option does not specify your root file system.";
      }
      {
        assertion = config.boot.loader.grub.enable -> config.boot.loader.grub.device != "" || config.boot.loader.grub.efiSupport;
        message = "You must set the option ‘boot.loader.grub.devices’ or 'boot.loader.grub.mirroredBoots' to make the system bootable.";
      }
    ];
    environment.systemPackages = lib.mkIf config.powerManagement.powertop.enable [ pkgs.powertop ];
    environment.etc."fstab".text = lib.concatStrings
      (lib.mapAttrsToList (_: system:
      "${if system.device == null then "none" else system.device} ${system.mountPoint} ${system.fsType} ${lib.concatStringsSep "," system.options}\n") config.fileSystems)
      + lib.concatMapStrings (swap: "${swap.device} none swap\n") config.swapDevices;
    environment.etc."sysctl.d/60-nixos.conf".text = lib.concatStrings
      (lib.mapAttrsToList (name: value:
      "${name}=${if builtins.isBool value then (if value then "1" else "0") else toString value}\n") (lib.filterAttrs (_: value: value != null) config.boot.kernel.sysctl));
    environment.etc."modules-load.d/nixos.conf".text = lib.concatMapStrings (module: "${module}\n") config.boot.kernelModules;
  };
}
