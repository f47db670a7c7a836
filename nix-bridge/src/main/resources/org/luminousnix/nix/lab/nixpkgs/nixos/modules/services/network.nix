# Services of the network.
let
  simple = import ../../lib/simple-service.nix;
  inherit (import ../../lib/short-options.nix) flag maybe portOf opens freeform;
in
[
  (simple {
    path = [ "services" "openssh" ];
    what = "the OpenSSH secure shell daemon, which lets people log in from afar";
    package = "openssh";
    hasPackageOption = false;
    unit = "sshd";
    exec = "bin/sshd";
    options = { lib, ... }: {
      ports = lib.mkOption {
        type = lib.types.listOf lib.types.port;
        default = [ 22 ];
        description = "Ports on which it listens.";
      };
      openFirewall = flag lib true "Whether its ports are opened in the firewall.";
      startWhenNeeded = flag lib false "Whether it is only started when somebody connects.";
      allowSFTP = flag lib true "Whether files can be fetched and left.";
      settings = lib.mkOption {
        default = { };
        description = "Lines of sshd_config.";
        type = lib.types.submodule {
          freeformType = lib.types.attrsOf lib.types.anything;
          options.PasswordAuthentication = maybe lib true "Whether a password is enough to log in.";
          options.KbdInteractiveAuthentication = maybe lib true "Whether one may log in by answering questions.";
          options.PermitRootLogin = lib.mkOption {
            type = lib.types.enum [ "yes" "without-password" "prohibit-password" "forced-commands-only" "no" ];
            default = "prohibit-password";
            description = "Whether the administrator may log in.";
          };
          options.X11Forwarding = maybe lib false "Whether windows are shown on the other machine.";
          options.AllowUsers = lib.mkOption {
            type = lib.types.nullOr (lib.types.listOf lib.types.str);
            default = null;
            description = "Users who may log in; all if null.";
          };
        };
      };
    };
    more = { cfg, lib, ... }: {
      networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall cfg.ports;
      environment.etc."ssh/sshd_config".text = lib.concatMapStrings (port: "Port ${toString port}\n") cfg.ports
        + lib.concatStrings (lib.mapAttrsToList (name: value:
          "${name} ${if builtins.isBool value then (if value then "yes" else "no") else if builtins.isList value then toString value else toString value}\n") (lib.filterAttrs (_: value: value != null) cfg.settings));
      systemd.services.sshd.unitConfig.X-Restart-Triggers = builtins.hashString "sha256" (builtins.toJSON [ cfg.ports cfg.settings ]);
    };
  })
  (simple {
    path = [ "services" "avahi" ];
    what = "the Avahi daemon, which finds services on the local network";
    package = "avahi";
    unit = "avahi-daemon";
    exec = "bin/avahi-daemon";
    options = { lib, ... }: {
      nssmdns4 = flag lib false "Whether names ending in `.local` are found over IPv4.";
      nssmdns6 = flag lib false "Whether names ending in `.local` are found over IPv6.";
      openFirewall = flag lib true "Whether its port is opened in the firewall.";
      publish.enable = flag lib false "Whether this machine announces itself.";
    };
    more = { cfg, lib, ... }: { networking.firewall.allowedUDPPorts = lib.mkIf cfg.openFirewall [ 5353 ]; };
  })
  (simple {
    path = [ "services" "tailscale" ];
    what = "the Tailscale client daemon";
    package = "tailscale";
    unit = "tailscaled";
    exec = "bin/tailscaled";
    options = { lib, ... }: {
      openFirewall = opens lib;
      port = portOf lib 41641 "The port for tunnels.";
      useRoutingFeatures = lib.mkOption {
        type = lib.types.enum [ "none" "client" "server" "both" ];
        default = "none";
        description = "Whether it uses or offers routes.";
      };
    };
  })
  (simple {
    path = [ "services" "syncthing" ];
    what = "Syncthing, which keeps folders the same on several machines";
    package = "syncthing";
    unit = "syncthing";
    exec = "bin/syncthing";
    options = { lib, ... }: {
      user = lib.mkOption { type = lib.types.str; default = "syncthing"; description = "Whose files are kept the same."; };
      group = lib.mkOption { type = lib.types.str; default = "syncthing"; description = "The group that it runs in."; };
      dataDir = lib.mkOption { type = lib.types.path; default = "/var/lib/syncthing"; description = "Where the folders are."; };
      guiAddress = lib.mkOption { type = lib.types.str; default = "127.0.0.1:8384"; description = "Where its page is served."; };
      openDefaultPorts = opens lib;
      settings = freeform lib "Its settings: devices, folders, options.";
    };
    more = { cfg, lib, ... }: {
      networking.firewall = lib.mkIf cfg.openDefaultPorts { allowedTCPPorts = [ 22000 ]; allowedUDPPorts = [ 21027 22000 ]; };
    };
  })
  (simple {
    path = [ "services" "fail2ban" ];
    what = "the fail2ban service, which bans those who guess passwords";
    package = "fail2ban";
    unit = "fail2ban";
    exec = "bin/fail2ban-server";
    options = { lib, ... }: {
      maxretry = lib.mkOption { type = lib.types.ints.unsigned; default = 3; description = "Failures before a ban."; };
      bantime = lib.mkOption {
        type = lib.types.nullOr lib.types.str;
        default = null;
        example = "10m";
        description = "How long a ban lasts.";
      };
    };
  })
  (simple {
    path = [ "services" "xrdp" ];
    what = "xrdp, so that the desktop can be used from Windows";
    package = "xrdp";
    unit = "xrdp";
    inPath = false;
    options = { lib, ... }: {
      openFirewall = opens lib;
      port = portOf lib 3389 "The port on which it listens.";
      defaultWindowManager = lib.mkOption {
        type = lib.types.str;
        default = "xterm";
        example = "xfce4-session";
        description = "What is started for a person who connects.";
      };
    };
    more = { cfg, lib, ... }: { networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ cfg.port ]; };
  })
  (simple {
    path = [ "services" "samba" ];
    what = "Samba, which shares files with Windows";
    package = "samba";
    unit = "samba-smbd";
    exec = "bin/smbd";
    options = { lib, ... }: { openFirewall = opens lib; settings = freeform lib "Sections and lines of smb.conf."; };
    more = { cfg, lib, ... }: { networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ 139 445 ]; };
  })
  (simple {
    path = [ "services" "adguardhome" ];
    what = "AdGuard Home, which blocks advertising for the network";
    package = "adguardhome";
    unit = "adguardhome";
    inPath = false;
    options = { lib, ... }: { openFirewall = opens lib; port = portOf lib 3000 "The port of its page."; };
  })
  (simple {
    path = [ "services" "blocky" ];
    what = "blocky, a DNS proxy that blocks advertising";
    package = "blocky";
    unit = "blocky";
    inPath = false;
    options = { lib, ... }: { settings = freeform lib "Its settings."; };
  })
  (simple {
    path = [ "services" "mullvad-vpn" ];
    what = "the Mullvad VPN daemon";
    package = "mullvad-vpn";
    unit = "mullvad-daemon";
  })
  (simple {
    path = [ "services" "tor" ];
    what = "the Tor daemon";
    package = "tor";
    unit = "tor";
    options = { lib, ... }: { client.enable = flag lib false "Whether programs of this machine use Tor."; };
  })
  (simple {
    path = [ "services" "dnsmasq" ];
    what = "dnsmasq, a small server for names and addresses";
    package = "dnsmasq";
    unit = "dnsmasq";
    options = { lib, ... }: { settings = freeform lib "Lines of dnsmasq.conf."; };
  })
  ({ config, lib, pkgs, ... }: {
    options.services.openvpn.servers = lib.mkOption {
      default = { };
      description = "Tunnels of OpenVPN by name.";
      type = lib.types.attrsOf (lib.types.submodule {
        options.config = lib.mkOption { type = lib.types.lines; description = "Lines of the tunnel's configuration."; };
        options.autoStart = flag lib true "Whether it starts with the machine.";
      });
    };
    config.environment.systemPackages = lib.mkIf (config.services.openvpn.servers != { }) [ pkgs.openvpn ];
    config.systemd.services = lib.mapAttrs' (name: tunnel: lib.nameValuePair "openvpn-${name}" {
      description = "OpenVPN instance ‘${name}’";
      wantedBy = lib.optional tunnel.autoStart "multi-user.target";
      serviceConfig.ExecStart = "${pkgs.openvpn}/bin/openvpn";
    }) config.services.openvpn.servers;
  })
]
