# The graphical desktop: display server, sessions, sound.
let
  simple = import ../../lib/simple-service.nix;
  inherit (import ../../lib/short-options.nix) flag;
in
[
  ({ config, lib, pkgs, ... }:
    let cfg = config.services.xserver; in
    {
      options.services.xserver = {
        enable = flag lib false "Whether the X server is on the machine.";
        autorun = flag lib true "Whether the desktop comes up by itself.";
        videoDrivers = lib.mkOption {
          type = lib.types.listOf lib.types.str;
          default = [ "modesetting" "fbdev" ];
          example = [ "nvidia" "amdgpu" ];
          description = "Drivers of the graphics card, the first that works is used.";
        };
        dpi = lib.mkOption {
          type = lib.types.nullOr lib.types.int;
          default = null;
          description = "Dots per inch of the screen.";
        };
        xkb.layout = lib.mkOption {
          type = lib.types.str;
          default = "us";
          description = "The layout of the keyboard, or several with commas between.";
        };
        xkb.variant = lib.mkOption {
          type = lib.types.str;
          default = "";
          example = "colemak";
          description = "The variant of the keyboard layout.";
        };
        xkb.options = lib.mkOption {
          type = lib.types.commas;
          default = "terminate:ctrl_alt_bksp";
          example = "grp:caps_toggle";
          description = "What special keys do.";
        };
        displayManager.gdm.enable = flag lib false "Whether people log in through GDM of GNOME.";
        displayManager.gdm.wayland = flag lib true "Whether GDM offers Wayland sessions.";
        displayManager.lightdm.enable = flag lib false "Whether people log in through LightDM.";
        desktopManager.gnome.enable = flag lib false "Whether the GNOME desktop is installed.";
        desktopManager.xfce.enable = flag lib false "Whether the Xfce desktop is installed.";
        desktopManager.cinnamon.enable = flag lib false "Whether the Cinnamon desktop is installed.";
        desktopManager.mate.enable = flag lib false "Whether the MATE desktop is installed.";
        windowManager.i3.enable = flag lib false "Whether the window manager i3 is installed.";
      };
      imports = [
        (lib.mkRenamedOptionModule [ "services" "xserver" "layout" ] [ "services" "xserver" "xkb" "layout" ])
        (lib.mkRenamedOptionModule [ "services" "xserver" "libinput" "enable" ] [ "services" "libinput" "enable" ])
        (lib.mkRemovedOptionModule [ "services" "xserver" "startGnuPGAgent" ] "See the 16.09 release notes for more information.")
      ];
      config = lib.mkMerge [
        (lib.mkIf cfg.enable {
          hardware.graphics.enable = lib.mkDefault true;
          systemd.services.display-manager = {
            description = "Display Manager";
            wantedBy = [ "graphical.target" ];
            restartIfChanged = false;
          };
          environment.etc."X11/xorg.conf.d/00-keyboard.conf".text = "Option \"XkbLayout\" \"${cfg.xkb.layout}\"\nOption \"XkbVariant\" \"${cfg.xkb.variant}\"\nOption \"XkbOptions\" \"${cfg.xkb.options}\"\n";
          environment.etc."X11/xorg.conf.d/10-drivers.conf".text =
            lib.concatMapStrings (driver: "Driver \"${driver}\"\n") cfg.videoDrivers;
        })
        (lib.mkIf cfg.desktopManager.gnome.enable {
          environment.systemPackages = with pkgs; [ gnome-shell nautilus gnome-terminal gnome-calculator evince ];
          networking.networkmanager.enable = lib.mkDefault true;
          security.polkit.enable = true;
          services.pipewire.enable = lib.mkDefault true;
          services.avahi.enable = lib.mkDefault true;
          programs.dconf.enable = lib.mkDefault true;
        })
        (lib.mkIf cfg.desktopManager.xfce.enable {
          environment.systemPackages = with pkgs.xfce;
          [ thunar xfce4-terminal mousepad xfwm4 ];
        })
        (lib.mkIf cfg.windowManager.i3.enable { environment.systemPackages = [ pkgs.i3 ]; })
      ];
    })
  (simple {
    path = [ "services" "desktopManager" "plasma6" ];
    what = "the Plasma 6 desktop of KDE";
    options = { lib, ... }: { enableQt5Integration = flag lib true "Whether older programs look like the rest."; };
    more = { lib, pkgs, ... }: {
      environment.systemPackages = with pkgs.kdePackages;
      [ plasma-desktop dolphin konsole kate okular spectacle ark gwenview ];
      networking.networkmanager.enable = lib.mkDefault true;
      security.polkit.enable = true;
    };
  })
  (simple {
    path = [ "services" "displayManager" "sddm" ];
    what = "SDDM, where people log in to KDE";
    options = { lib, ... }: { wayland.enable = flag lib false "Whether SDDM itself runs on Wayland."; };
  })
  ({ lib, ... }: {
    options.services.displayManager.autoLogin.enable = flag lib false "Whether somebody is logged in without being asked.";
    options.services.displayManager.autoLogin.user = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      description = "Who is logged in without being asked.";
    };
    options.services.displayManager.defaultSession = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      example = "gnome";
      description = "The session that is chosen beforehand.";
    };
  })
  (simple {
    path = [ "services" "libinput" ];
    what = "touchpads and mice through libinput";
    options = { lib, ... }: {
      touchpad.tapping = flag lib true "Whether a tap is a click.";
      touchpad.naturalScrolling = flag lib false "Whether the page follows the finger.";
      touchpad.disableWhileTyping = flag lib false "Whether the touchpad rests while one types.";
    };
  })
  (simple {
    path = [ "services" "pipewire" ];
    what = "PipeWire, for sound and video";
    package = "pipewire";
    unit = "pipewire";
    exec = "bin/pipewire";
    options = { lib, ... }: {
      alsa.enable = lib.mkEnableOption "sound for programs of ALSA";
      alsa.support32Bit = lib.mkEnableOption "sound for programs of 32 bits";
      pulse.enable = lib.mkEnableOption "sound for programs of PulseAudio";
      jack.enable = lib.mkEnableOption "sound for programs of JACK";
      wireplumber.enable = flag lib true "Whether WirePlumber decides what is connected.";
    };
    more = { cfg, config, ... }: {
      assertions = [
        {
          assertion = cfg.pulse.enable -> !config.hardware.pulseaudio.enable;
          message = "PipeWire based PulseAudio server emulation replaces PulseAudio. This option requires `hardware.pulseaudio.enable` to be set to false";
        }
      ];
    };
  })
  (simple {
    path = [ "services" "blueman" ];
    what = "blueman, Bluetooth in a window";
    package = "blueman";
    hasPackageOption = false;
  })
  (simple { path = [ "services" "flatpak" ]; what = "flatpak"; package = "flatpak"; unit = "flatpak-system-helper"; })
  (simple {
    path = [ "services" "redshift" ];
    what = "Redshift, which warms the screen at night";
    package = "redshift";
    options = { lib, ... }: {
      temperature.night = lib.mkOption { type = lib.types.int; default = 3700; description = "The colour at night, in kelvin."; };
    };
  })
  (simple { path = [ "services" "gnome" "gnome-keyring" ]; what = "the keyring of GNOME, which keeps passwords"; })
  (simple { path = [ "services" "touchegg" ]; what = "touchégg, gestures for touchpads"; })
  (simple {
    path = [ "xdg" "portal" ];
    what = "portals through which shut-in programs reach the desktop";
    options = { lib, ... }: {
      extraPortals = lib.mkOption {
        type = lib.types.listOf lib.types.package;
        default = [ ];
        description = "Packages with more portals.";
      };
    };
  })
]
