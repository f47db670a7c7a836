let
  simple = import ../../lib/simple-service.nix;
  inherit (import ../../lib/short-options.nix) flag;
in
[
  (simple {
    path = [ "hardware" "bluetooth" ];
    what = "support for Bluetooth";
    package = "bluez";
    unit = "bluetooth";
    exec = "bin/bluetoothctl";
    options = { lib, ... }: {
      powerOnBoot = flag lib true "Whether Bluetooth is on after the start.";
      settings = lib.mkOption {
        type = lib.types.attrsOf (lib.types.attrsOf lib.types.anything);
        default = { };
        description = "Settings of the Bluetooth service.";
      };
    };
    more = { cfg, ... }: {
      environment.etc."bluetooth/main.conf".text = "[Policy]\nAutoEnable=${if cfg.powerOnBoot then "true" else "false"}\n";
    };
  })
  (simple {
    path = [ "hardware" "sane" ];
    what = "support for scanners";
    package = "sane-backends";
    hasPackageOption = false;
    options = { lib, ... }: {
      extraBackends = lib.mkOption {
        type = lib.types.listOf lib.types.path;
        default = [ ];
        description = "Packages with more drivers.";
      };
    };
    more = { ... }: { users.groups.scanner = { }; };
  })
  (simple {
    path = [ "hardware" "pulseaudio" ];
    what = "the PulseAudio sound server";
    options = { lib, ... }: { support32Bit = flag lib false "Whether old programs have sound."; };
  })
  (simple { path = [ "hardware" "xpadneo" ]; what = "the driver for wireless controllers of Xbox"; })
  (simple { path = [ "hardware" "opentabletdriver" ]; what = "OpenTabletDriver, for drawing tablets"; })
  (simple { path = [ "hardware" "logitech" "wireless" ]; what = "support for wireless devices of Logitech"; })
  (simple { path = [ "hardware" "keyboard" "qmk" ]; what = "support for keyboards with QMK"; })
  ({ config, lib, ... }: {
    options.hardware.graphics.enable = flag lib false "Whether programs draw with the graphics card.";
    options.hardware.graphics.enable32Bit = flag lib false "Whether programs of 32 bits draw with the graphics card, as games do.";
    options.hardware.graphics.extraPackages = lib.mkOption {
      type = lib.types.listOf lib.types.package;
      default = [ ];
      description = "Packages with more drivers, as for video.";
    };
    options.hardware.nvidia.open = lib.mkOption {
      type = lib.types.nullOr lib.types.bool;
      default = null;
      description = "Whether the open modules of NVIDIA are used.";
    };
    options.hardware.nvidia.modesetting.enable = flag lib false "Whether the kernel sets the mode of NVIDIA cards.";
    options.hardware.nvidia.prime.offload.enable = flag lib false "Whether programs can choose the NVIDIA card of a laptop.";
    imports = [ (lib.mkRenamedOptionModule [ "hardware" "opengl" "enable" ] [ "hardware" "graphics" "enable" ]) ];
    config.assertions = [
      {
        assertion = config.hardware.graphics.enable32Bit -> config.hardware.graphics.enable;
        message = "`hardware.graphics.enable32Bit` requires `hardware.graphics.enable` to be `true`";
      }
    ];
  })
]
