# Programs that need more than to be installed. Each has a switch; most put their package on the path.
let
  simple = import ../../lib/simple-service.nix;
  shell = name: what: simple {
    path = [ "programs" name ];
    inherit what;
    package = name;
    hasPackageOption = false;
    options = { lib, ... }: {
      shellAliases = lib.mkOption {
        type = lib.types.attrsOf (lib.types.nullOr (lib.types.either lib.types.str lib.types.path));
        default = { };
        description = "Short names for commands in this shell.";
      };
      interactiveShellInit = lib.mkOption {
        type = lib.types.lines;
        default = "";
        description = "Commands at the start of a shell that a person types into.";
      };
    };
    more = { pkgs, ... }: { environment.shells = [ pkgs.${name} ]; };
  };
  defaultEditor = { lib, ... }: {
    defaultEditor = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether this is the editor that other programs open.";
    };
  };
  editor = command: { cfg, lib, ... }: {
    environment.variables.EDITOR = lib.mkIf cfg.defaultEditor (lib.mkOverride 900 command);
  };
in
[
  (simple {
    path = [ "programs" "firefox" ];
    what = "the Firefox web browser";
    package = "firefox";
    options = { lib, ... }: {
      policies = lib.mkOption {
        type = lib.types.attrsOf lib.types.anything;
        default = { };
        description = "Rules that Firefox keeps.";
      };
      languagePacks = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        default = [ ];
        description = "Languages of the browser.";
      };
    };
  })
  (simple { path = [ "programs" "thunderbird" ]; what = "the Thunderbird mail client"; package = "thunderbird"; })
  (simple { path = [ "programs" "chromium" ]; what = "policies for Chromium"; })
  (simple {
    path = [ "programs" "git" ];
    what = "git, a distributed version control system";
    package = "git";
    options = { lib, ... }: {
      config = lib.mkOption {
        type = lib.types.attrsOf lib.types.anything;
        default = { };
        description = "Settings of git for everybody.";
      };
      lfs.enable = lib.mkEnableOption "git-lfs (Large File Storage)";
    };
    more = { cfg, lib, pkgs, ... }: { environment.systemPackages = lib.mkIf cfg.lfs.enable [ pkgs.git-lfs ]; };
  })
  (shell "zsh" "zsh as an interactive shell")
  (shell "fish" "fish, a shell with suggestions")
  ({ lib, ... }: {
    options.programs.bash.shellAliases = lib.mkOption {
      type = lib.types.attrsOf (lib.types.nullOr (lib.types.either lib.types.str lib.types.path));
      default = { };
      description = "Short names for commands in bash.";
    };
    options.programs.bash.completion.enable = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether bash completes the arguments of commands.";
    };
  })
  (simple {
    path = [ "programs" "neovim" ];
    what = "Neovim";
    package = "neovim";
    options = { lib, ... }@given: defaultEditor given // {
      viAlias = lib.mkOption { type = lib.types.bool; default = false; description = "Whether `vi` starts Neovim."; };
      vimAlias = lib.mkOption { type = lib.types.bool; default = false; description = "Whether `vim` starts Neovim."; };
    };
    more = editor "nvim";
  })
  (simple {
    path = [ "programs" "vim" ];
    what = "Vi IMproved, an advanced text editor";
    package = "vim";
    options = defaultEditor;
    more = editor "vim";
  })
  (simple {
    path = [ "programs" "tmux" ];
    what = "tmux, a terminal multiplexer";
    package = "tmux";
    options = { lib, ... }: {
      keyMode = lib.mkOption { type = lib.types.enum [ "emacs" "vi" ]; default = "emacs"; description = "Whose keys are used."; };
      extraConfig = lib.mkOption { type = lib.types.lines; default = ""; description = "More lines of tmux.conf."; };
    };
  })
  (simple {
    path = [ "programs" "htop" ];
    what = "htop, an interactive process viewer";
    package = "htop";
    options = { lib, ... }: {
      settings = lib.mkOption { type = lib.types.attrsOf lib.types.anything; default = { }; description = "Settings of htop."; };
    };
  })
  (simple {
    path = [ "programs" "direnv" ];
    what = "direnv, environments per directory";
    package = "direnv";
    options = { lib, ... }: {
      nix-direnv.enable = lib.mkOption {
        type = lib.types.bool;
        default = true;
        description = "Whether direnv keeps shells of Nix.";
      };
    };
  })
  (simple {
    path = [ "programs" "steam" ];
    what = "steam";
    package = "steam";
    options = { lib, ... }: {
      remotePlay.openFirewall = lib.mkOption {
        type = lib.types.bool;
        default = false;
        description = "Whether the ports for playing from afar are opened.";
      };
      gamescopeSession.enable = lib.mkEnableOption "a session of GameScope that starts Steam";
    };
    more = { cfg, lib, ... }: {
      hardware.graphics.enable = true;
      networking.firewall = lib.mkIf cfg.remotePlay.openFirewall { allowedTCPPorts = [ 27036 ]; };
    };
  })
  (simple { path = [ "programs" "gamemode" ]; what = "GameMode, which gives games more of the machine"; })
  (simple {
    path = [ "programs" "adb" ];
    what = "the Android debug bridge for people in the group adbusers";
    package = "android-tools";
    hasPackageOption = false;
    more = { ... }: { users.groups.adbusers = { }; };
  })
  (simple {
    path = [ "programs" "gnupg" "agent" ];
    what = "the GnuPG agent";
    package = "gnupg";
    hasPackageOption = false;
    options = { lib, ... }: {
      enableSSHSupport = lib.mkOption {
        type = lib.types.bool;
        default = false;
        description = "Whether the agent also keeps keys of SSH.";
      };
    };
  })
  ({ lib, ... }: {
    options.programs.ssh.startAgent = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether an agent keeps keys of SSH from login on.";
    };
    options.programs.ssh.extraConfig = lib.mkOption {
      type = lib.types.lines;
      default = "";
      description = "More lines of the client's configuration.";
    };
    options.programs.ssh.forwardX11 = lib.mkOption {
      type = lib.types.nullOr lib.types.bool;
      default = false;
      description = "Whether windows of the other machine are shown here.";
    };
  })
  (simple { path = [ "programs" "mtr" ]; what = "mtr for everybody, with the rights that it needs"; package = "mtr"; })
  (simple { path = [ "programs" "nix-ld" ]; what = "nix-ld, which lets programs made for other distributions run"; })
  (simple { path = [ "programs" "nh" ]; what = "nh, another helper for Nix"; })
  (simple {
    path = [ "programs" "wireshark" ];
    what = "Wireshark for people in the group wireshark";
    package = "wireshark";
    more = { ... }: { users.groups.wireshark = { }; };
  })
  (simple {
    path = [ "programs" "virt-manager" ];
    what = "virt-manager, a window for virtual machines";
    package = "virt-manager";
  })
  (simple {
    path = [ "programs" "hyprland" ];
    what = "Hyprland, a tiling desktop for Wayland";
    package = "hyprland";
    more = { ... }: { security.polkit.enable = true; hardware.graphics.enable = true; };
  })
  (simple {
    path = [ "programs" "sway" ];
    what = "Sway, a tiling desktop for Wayland like i3";
    package = "sway";
    more = { ... }: { security.polkit.enable = true; hardware.graphics.enable = true; };
  })
  (simple { path = [ "programs" "waybar" ]; what = "waybar, a bar for Wayland desktops"; package = "waybar"; })
  (simple { path = [ "programs" "starship" ]; what = "the Starship prompt"; package = "starship"; hasPackageOption = false; })
  (simple {
    path = [ "programs" "kdeconnect" ];
    what = "KDE Connect and the ports that it needs";
    package = [ "kdePackages" "kdeconnect-kde" ];
    more = { ... }: {
      networking.firewall = {
        allowedTCPPortRanges = [ { from = 1714; to = 1764; } ];
        allowedUDPPortRanges = [ { from = 1714; to = 1764; } ];
      };
    };
  })
  (simple { path = [ "programs" "java" ]; what = "Java and its variable JAVA_HOME"; package = "jdk"; })
  (simple { path = [ "programs" "dconf" ]; what = "dconf, where GNOME keeps its settings"; })
  (simple { path = [ "programs" "command-not-found" ]; what = "hints which package holds a command that is missing"; })
  (simple { path = [ "programs" "thefuck" ]; what = "thefuck"; package = "thefuck"; hasPackageOption = false; })
]
