# Services that people turn on.
let
  simple = import ../../lib/simple-service.nix;
  flag = lib: default: description: lib.mkOption { type = lib.types.bool; inherit default description; };
  maybe = lib: default: description: lib.mkOption { type = lib.types.nullOr lib.types.bool; inherit default description; };
  portOf = lib: default: description: lib.mkOption { type = lib.types.port; inherit default description; };
  opens = lib: flag lib false "Whether its ports are opened in the firewall.";
  server = name: what: simple { path = [ "services" name ]; inherit what; package = name; unit = name; inPath = false; };
  freeform = lib: description: lib.mkOption { type = lib.types.attrsOf lib.types.anything; default = { }; inherit description; };
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
      ports = lib.mkOption { type = lib.types.listOf lib.types.port; default = [ 22 ]; description = "Ports on which it listens."; };
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
          options.PermitRootLogin = lib.mkOption { type = lib.types.enum [ "yes" "without-password" "prohibit-password" "forced-commands-only" "no" ]; default = "prohibit-password"; description = "Whether the administrator may log in."; };
          options.X11Forwarding = maybe lib false "Whether windows are shown on the other machine.";
          options.AllowUsers = lib.mkOption { type = lib.types.nullOr (lib.types.listOf lib.types.str); default = null; description = "Users who may log in; all if null."; };
        };
      };
    };
    more = { cfg, lib, ... }: {
      networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall cfg.ports;
      environment.etc."ssh/sshd_config".text = lib.concatMapStrings (port: "Port ${toString port}\n") cfg.ports
        + lib.concatStrings (lib.mapAttrsToList (name: value: "${name} ${if builtins.isBool value then (if value then "yes" else "no") else if builtins.isList value then toString value else toString value}\n") (lib.filterAttrs (_: value: value != null) cfg.settings));
      systemd.services.sshd.unitConfig.X-Restart-Triggers = builtins.hashString "sha256" (builtins.toJSON [ cfg.ports cfg.settings ]);
    };
  })
  (simple {
    path = [ "services" "printing" ];
    what = "printing support through the CUPS daemon";
    package = "cups";
    unit = "cups";
    exec = "bin/cupsd";
    options = { lib, ... }: { drivers = lib.mkOption { type = lib.types.listOf lib.types.path; default = [ ]; example = lib.literalExpression "[ pkgs.gutenprint pkgs.hplip ]"; description = "Packages with drivers for printers."; }; webInterface = flag lib true "Whether printers are looked after in the browser."; openFirewall = opens lib; browsing = flag lib false "Whether shared printers are announced."; };
    more = { cfg, lib, ... }: { environment.etc."cups/drivers".text = lib.concatMapStrings (driver: "${driver}\n") cfg.drivers; networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ 631 ]; };
  })
  (simple {
    path = [ "services" "avahi" ];
    what = "the Avahi daemon, which finds services on the local network";
    package = "avahi";
    unit = "avahi-daemon";
    exec = "bin/avahi-daemon";
    options = { lib, ... }: { nssmdns4 = flag lib false "Whether names ending in `.local` are found over IPv4."; nssmdns6 = flag lib false "Whether names ending in `.local` are found over IPv6."; openFirewall = flag lib true "Whether its port is opened in the firewall."; publish.enable = flag lib false "Whether this machine announces itself."; };
    more = { cfg, lib, ... }: { networking.firewall.allowedUDPPorts = lib.mkIf cfg.openFirewall [ 5353 ]; };
  })
  (simple { path = [ "services" "tailscale" ]; what = "the Tailscale client daemon"; package = "tailscale"; unit = "tailscaled"; exec = "bin/tailscaled"; options = { lib, ... }: { openFirewall = opens lib; port = portOf lib 41641 "The port for tunnels."; useRoutingFeatures = lib.mkOption { type = lib.types.enum [ "none" "client" "server" "both" ]; default = "none"; description = "Whether it uses or offers routes."; }; }; })
  (simple {
    path = [ "services" "syncthing" ];
    what = "Syncthing, which keeps folders the same on several machines";
    package = "syncthing";
    unit = "syncthing";
    exec = "bin/syncthing";
    options = { lib, ... }: { user = lib.mkOption { type = lib.types.str; default = "syncthing"; description = "Whose files are kept the same."; }; group = lib.mkOption { type = lib.types.str; default = "syncthing"; description = "The group that it runs in."; }; dataDir = lib.mkOption { type = lib.types.path; default = "/var/lib/syncthing"; description = "Where the folders are."; }; guiAddress = lib.mkOption { type = lib.types.str; default = "127.0.0.1:8384"; description = "Where its page is served."; }; openDefaultPorts = opens lib; settings = freeform lib "Its settings: devices, folders, options."; };
    more = { cfg, lib, ... }: { networking.firewall = lib.mkIf cfg.openDefaultPorts { allowedTCPPorts = [ 22000 ]; allowedUDPPorts = [ 21027 22000 ]; }; };
  })
  (simple { path = [ "services" "jellyfin" ]; what = "Jellyfin, a media server"; package = "jellyfin"; unit = "jellyfin"; inPath = false; options = { lib, ... }: { openFirewall = opens lib; user = lib.mkOption { type = lib.types.str; default = "jellyfin"; description = "The user that it runs as."; }; }; more = { cfg, lib, ... }: { networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ 8096 8920 ]; }; })
  (simple {
    path = [ "services" "nginx" ];
    what = "the Nginx web server";
    package = "nginx";
    unit = "nginx";
    inPath = false;
    options = { lib, ... }: {
      recommendedProxySettings = flag lib false "Whether the usual settings of a proxy are taken.";
      recommendedTlsSettings = flag lib false "Whether the usual settings for TLS are taken.";
      virtualHosts = lib.mkOption {
        default = { };
        description = "Sites by name.";
        type = lib.types.attrsOf (lib.types.submodule {
          options.root = lib.mkOption { type = lib.types.nullOr lib.types.path; default = null; description = "The directory that is served."; };
          options.enableACME = flag lib false "Whether a certificate is fetched for it.";
          options.forceSSL = flag lib false "Whether visitors are sent to the encrypted site.";
          options.default = flag lib false "Whether this is the site for all other names.";
          options.locations = lib.mkOption { default = { }; description = "Settings by path."; type = lib.types.attrsOf (lib.types.submodule { options.proxyPass = lib.mkOption { type = lib.types.nullOr lib.types.str; default = null; description = "The address that answers."; }; options.root = lib.mkOption { type = lib.types.nullOr lib.types.path; default = null; description = "The directory that is served."; }; }); };
        });
      };
    };
    more = { cfg, lib, ... }: { environment.etc."nginx/sites".text = lib.concatMapStrings (name: "${name}\n") (lib.attrNames cfg.virtualHosts); };
  })
  (simple { path = [ "services" "postgresql" ]; what = "the PostgreSQL server"; package = "postgresql"; unit = "postgresql"; exec = "bin/postgres"; options = { lib, ... }: { dataDir = lib.mkOption { type = lib.types.path; default = "/var/lib/postgresql/16"; description = "Where the data are."; }; ensureDatabases = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; description = "Databases that are made if missing."; }; enableTCPIP = flag lib false "Whether it listens on the network."; settings = freeform lib "Lines of postgresql.conf."; }; })
  (simple { path = [ "services" "mysql" ]; what = "the MySQL or MariaDB server"; package = "mariadb"; unit = "mysql"; exec = "bin/mariadbd"; options = { lib, ... }: { ensureDatabases = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; description = "Databases that are made if missing."; }; }; })
  ({ config, lib, pkgs, ... }: {
    options.services.redis.package = lib.mkPackageOption pkgs "redis" { };
    options.services.redis.servers = lib.mkOption {
      default = { };
      description = "Servers of Redis by name; the empty name is `redis` alone.";
      type = lib.types.attrsOf (lib.types.submodule {
        options.enable = lib.mkEnableOption "this server";
        options.port = portOf lib 0 "The port; 0 for none.";
        options.bind = lib.mkOption { type = lib.types.nullOr lib.types.str; default = "127.0.0.1"; description = "The address on which it listens."; };
      });
    };
    config.systemd.services = lib.mapAttrs' (name: _: lib.nameValuePair "redis${lib.optionalString (name != "") "-${name}"}" { description = "Redis Server"; wantedBy = [ "multi-user.target" ]; serviceConfig.ExecStart = "${config.services.redis.package}/bin/redis-server"; }) (lib.filterAttrs (_: server: server.enable) config.services.redis.servers);
  })
  (simple { path = [ "services" "fail2ban" ]; what = "the fail2ban service, which bans those who guess passwords"; package = "fail2ban"; unit = "fail2ban"; exec = "bin/fail2ban-server"; options = { lib, ... }: { maxretry = lib.mkOption { type = lib.types.ints.unsigned; default = 3; description = "Failures before a ban."; }; bantime = lib.mkOption { type = lib.types.nullOr lib.types.str; default = null; example = "10m"; description = "How long a ban lasts."; }; }; })
  (simple { path = [ "services" "home-assistant" ]; what = "Home Assistant, which steers a home"; package = "home-assistant"; unit = "home-assistant"; inPath = false; options = { lib, ... }: { openFirewall = opens lib; configDir = lib.mkOption { type = lib.types.path; default = "/var/lib/hass"; description = "Where its settings are."; }; extraComponents = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; description = "Integrations that are installed."; }; config = lib.mkOption { type = lib.types.nullOr (lib.types.attrsOf lib.types.anything); default = null; description = "Its configuration."; }; }; more = { cfg, lib, ... }: { networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ 8123 ]; }; })
  (simple { path = [ "services" "caddy" ]; what = "the Caddy web server"; package = "caddy"; unit = "caddy"; inPath = false; options = { lib, ... }: { email = lib.mkOption { type = lib.types.nullOr lib.types.str; default = null; description = "The address for messages about certificates."; }; extraConfig = lib.mkOption { type = lib.types.lines; default = ""; description = "More lines of the Caddyfile."; }; virtualHosts = lib.mkOption { default = { }; description = "Sites by name."; type = lib.types.attrsOf (lib.types.submodule { options.extraConfig = lib.mkOption { type = lib.types.lines; default = ""; description = "Lines for this site."; }; }); }; }; })
  (simple { path = [ "services" "fwupd" ]; what = "fwupd, which lets programs update firmware"; package = "fwupd"; unit = "fwupd"; })
  (simple { path = [ "services" "tlp" ]; what = "TLP, which saves the battery"; package = "tlp"; hasPackageOption = false; unit = "tlp"; options = { lib, ... }: { settings = freeform lib "Settings of TLP."; }; more = { config, ... }: { assertions = [ { assertion = !config.services.power-profiles-daemon.enable; message = "You have set services.power-profiles-daemon.enable = true;\nwhich conflicts with services.tlp.enable = true;\n"; } ]; }; })
  (simple { path = [ "services" "power-profiles-daemon" ]; what = "power-profiles-daemon, which switches between speed and saving"; unit = "power-profiles-daemon"; })
  (simple { path = [ "services" "thermald" ]; what = "thermald, which keeps processors cool"; package = "thermald"; unit = "thermald"; inPath = false; })
  (simple { path = [ "services" "upower" ]; what = "UPower, which tells programs how the battery is"; package = "upower"; unit = "upower"; })
  (simple { path = [ "services" "cron" ]; what = "the Vixie cron daemon"; package = "cronie"; hasPackageOption = false; unit = "cron"; options = { lib, ... }: { systemCronJobs = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; example = [ "* * * * *  root  date > /tmp/date" ]; description = "Lines of the system's table of jobs."; }; }; more = { cfg, lib, ... }: { environment.etc."crontab".text = lib.concatLines cfg.systemCronJobs; }; })
  (simple { path = [ "services" "xrdp" ]; what = "xrdp, so that the desktop can be used from Windows"; package = "xrdp"; unit = "xrdp"; inPath = false; options = { lib, ... }: { openFirewall = opens lib; port = portOf lib 3389 "The port on which it listens."; defaultWindowManager = lib.mkOption { type = lib.types.str; default = "xterm"; example = "xfce4-session"; description = "What is started for a person who connects."; }; }; more = { cfg, lib, ... }: { networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ cfg.port ]; }; })
  (simple { path = [ "services" "samba" ]; what = "Samba, which shares files with Windows"; package = "samba"; unit = "samba-smbd"; exec = "bin/smbd"; options = { lib, ... }: { openFirewall = opens lib; settings = freeform lib "Sections and lines of smb.conf."; }; more = { cfg, lib, ... }: { networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ 139 445 ]; }; })
  (simple { path = [ "services" "adguardhome" ]; what = "AdGuard Home, which blocks advertising for the network"; package = "adguardhome"; unit = "adguardhome"; inPath = false; options = { lib, ... }: { openFirewall = opens lib; port = portOf lib 3000 "The port of its page."; }; })
  (simple { path = [ "services" "blocky" ]; what = "blocky, a DNS proxy that blocks advertising"; package = "blocky"; unit = "blocky"; inPath = false; options = { lib, ... }: { settings = freeform lib "Its settings."; }; })
  (simple { path = [ "services" "vaultwarden" ]; what = "vaultwarden, a server for Bitwarden"; package = "vaultwarden"; unit = "vaultwarden"; inPath = false; options = { lib, ... }: { config = freeform lib "Its settings."; dbBackend = lib.mkOption { type = lib.types.enum [ "sqlite" "mysql" "postgresql" ]; default = "sqlite"; description = "Where the data are kept."; }; }; })
  (simple { path = [ "services" "nextcloud" ]; what = "Nextcloud, files and calendars on your own server"; package = "nextcloud30"; inPath = false; options = { lib, ... }: { hostName = lib.mkOption { type = lib.types.str; description = "The name under which it is reached."; }; https = flag lib false "Whether links to it are encrypted."; }; more = { cfg, ... }: { environment.etc."nextcloud/host".text = cfg.hostName; services.nginx.enable = true; }; })
  (simple { path = [ "services" "transmission" ]; what = "the Transmission daemon for BitTorrent"; package = "transmission_4"; unit = "transmission"; exec = "bin/transmission-daemon"; options = { lib, ... }: { openFirewall = opens lib; settings = freeform lib "Its settings."; }; })
  (simple { path = [ "services" "mosquitto" ]; what = "the Mosquitto broker for messages of devices"; package = "mosquitto"; unit = "mosquitto"; })
  (simple { path = [ "services" "grafana" ]; what = "Grafana, graphs of measured values"; package = "grafana"; unit = "grafana"; inPath = false; options = { lib, ... }: { settings = freeform lib "Sections and lines of grafana.ini."; }; })
  (simple { path = [ "services" "prometheus" ]; what = "Prometheus, which collects measured values"; package = "prometheus"; unit = "prometheus"; inPath = false; options = { lib, ... }: { port = portOf lib 9090 "The port on which it listens."; }; })
  (simple { path = [ "services" "ollama" ]; what = "ollama, which runs language models"; package = "ollama"; unit = "ollama"; options = { lib, ... }: { port = portOf lib 11434 "The port on which it listens."; acceleration = lib.mkOption { type = lib.types.nullOr (lib.types.enum [ false "rocm" "cuda" ]); default = null; description = "Which graphics card computes."; }; }; })
  (simple { path = [ "services" "mullvad-vpn" ]; what = "the Mullvad VPN daemon"; package = "mullvad-vpn"; unit = "mullvad-daemon"; })
  (simple { path = [ "services" "tor" ]; what = "the Tor daemon"; package = "tor"; unit = "tor"; options = { lib, ... }: { client.enable = flag lib false "Whether programs of this machine use Tor."; }; })
  (simple { path = [ "services" "dnsmasq" ]; what = "dnsmasq, a small server for names and addresses"; package = "dnsmasq"; unit = "dnsmasq"; options = { lib, ... }: { settings = freeform lib "Lines of dnsmasq.conf."; }; })
  (simple { path = [ "services" "gitea" ]; what = "Gitea, a home for git repositories"; package = "gitea"; unit = "gitea"; inPath = false; })
  (simple { path = [ "services" "forgejo" ]; what = "Forgejo, a home for git repositories"; package = "forgejo"; unit = "forgejo"; inPath = false; })
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
    config.systemd.services = lib.mapAttrs' (name: tunnel: lib.nameValuePair "openvpn-${name}" { description = "OpenVPN instance ‘${name}’"; wantedBy = lib.optional tunnel.autoStart "multi-user.target"; serviceConfig.ExecStart = "${pkgs.openvpn}/bin/openvpn"; }) config.services.openvpn.servers;
  })
  ({ config, lib, pkgs, ... }: {
    options.services.resolved.enable = flag lib false "Whether systemd-resolved answers names.";
    options.services.timesyncd.enable = flag lib true "Whether systemd-timesyncd keeps the time.";
    options.services.journald.extraConfig = lib.mkOption { type = lib.types.lines; default = ""; example = "SystemMaxUse=100M"; description = "More lines of journald.conf."; };
    options.services.logind.lidSwitch = lib.mkOption { type = lib.types.enum [ "ignore" "poweroff" "reboot" "halt" "kexec" "suspend" "hibernate" "hybrid-sleep" "suspend-then-hibernate" "lock" ]; default = "suspend"; description = "What happens when the lid is closed."; };
    options.services.udev.packages = lib.mkOption { type = lib.types.listOf lib.types.path; default = [ ]; description = "Packages with rules for devices."; };
    options.services.udev.extraRules = lib.mkOption { type = lib.types.lines; default = ""; description = "More rules for devices."; };
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
    options.services.snapper.snapshotInterval = lib.mkOption { type = lib.types.str; default = "hourly"; description = "How often snapshots are made."; };
    options.services.restic.backups = lib.mkOption { type = lib.types.attrsOf lib.types.anything; default = { }; description = "Backups that are made by themselves."; };
    options.services.borgbackup.jobs = lib.mkOption { type = lib.types.attrsOf lib.types.anything; default = { }; description = "Backups that are made by themselves."; };
    options.documentation.enable = flag lib true "Whether documentation is installed.";
    options.documentation.man.enable = flag lib true "Whether manual pages are installed.";
    options.documentation.nixos.enable = flag lib true "Whether the manual of NixOS is installed.";
    config.environment.etc."systemd/journald.conf".text = config.services.journald.extraConfig;
    config.environment.etc."systemd/logind.conf".text = "HandleLidSwitch=${config.services.logind.lidSwitch}\n";
    config.systemd.services = lib.mkMerge [
      (lib.mkIf config.services.timesyncd.enable { systemd-timesyncd = { description = "Network Time Synchronization"; wantedBy = [ "sysinit.target" ]; }; })
      (lib.mkIf config.services.resolved.enable { systemd-resolved = { description = "Network Name Resolution"; wantedBy = [ "sysinit.target" ]; }; })
      (lib.mkIf config.services.fstrim.enable { fstrim = { description = "Discard unused blocks"; }; })
      (lib.mkIf config.services.earlyoom.enable { earlyoom = { description = "Early OOM Daemon"; wantedBy = [ "multi-user.target" ]; }; })
      (lib.mkIf config.services.fprintd.enable { fprintd = { description = "Fingerprint Authentication Daemon"; wantedBy = [ "multi-user.target" ]; }; })
    ];
  })
]
