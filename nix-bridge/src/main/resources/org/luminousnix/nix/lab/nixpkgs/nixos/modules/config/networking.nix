{ config, lib, pkgs, ... }:
let
  cfg = config.networking;
  flag = default: description: lib.mkOption { type = lib.types.bool; inherit default description; };
  ports = description: lib.mkOption {
    type = lib.types.listOf lib.types.port;
    default = [ ];
    apply = list: lib.unique (lib.sort builtins.lessThan list);
    example = [ 22 80 ];
    inherit description;
  };
  ranges = description: lib.mkOption {
    type = lib.types.listOf (lib.types.attrsOf lib.types.port);
    default = [ ];
    example = [ { from = 8999; to = 9003; } ];
    inherit description;
  };
  addresses = lib.types.listOf (lib.types.submodule {
    options.address = lib.mkOption { type = lib.types.str; description = "The address."; };
    options.prefixLength = lib.mkOption { type = lib.types.ints.between 0 128; description = "How many bits name the network."; };
  });
  allow = protocol: list: lib.concatMapStrings (port: "${protocol} ${toString port}\n") list;
  wired = name: interface: "${name}: ${lib.concatMapStringsSep ", " (address: "${address.address}/${toString address.prefixLength}") (interface.ipv4.addresses ++ interface.ipv6.addresses)}\n";
in
{
  options.networking = {
    hostName = lib.mkOption {
      type = lib.types.strMatching "^$|^[[:alnum:]]([[:alnum:]_-]{0,61}[[:alnum:]])?$";
      default = "nixos";
      description = "The name of the machine, without domain. Letters, digits and hyphens.";
    };
    domain = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      example = "home.arpa";
      description = "The domain of the machine.";
    };
    hostId = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      example = "4e98920d";
      description = "Eight hexadecimal digits that tell the machine apart, for ZFS.";
    };
    proxy.default = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      example = "http://127.0.0.1:3128";
      description = "The machine through which the web is reached.";
    };
    proxy.noProxy = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      example = "127.0.0.1,localhost,.localdomain";
      description = "Machines that are reached without the proxy.";
    };
    extraHosts = lib.mkOption {
      type = lib.types.lines;
      default = "";
      example = "192.168.0.1 router";
      description = "More lines of `/etc/hosts`.";
    };
    hosts = lib.mkOption {
      type = lib.types.attrsOf (lib.types.listOf lib.types.str);
      default = { };
      example = { "192.168.0.2" = [ "printer" ]; };
      description = "Names of machines by their address.";
    };
    nameservers = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "130.161.158.4" ];
      description = "Servers that are asked for names of machines.";
    };
    defaultGateway = lib.mkOption {
      type = lib.types.nullOr (lib.types.coercedTo lib.types.str (address: { inherit address; }) lib.types.attrs);
      default = null;
      example = "131.211.84.1";
      description = "The machine through which the rest of the network is reached.";
    };
    useDHCP = flag true "Whether all network cards ask for their address.";
    enableIPv6 = flag true "Whether IPv6 is used.";
    usePredictableInterfaceNames = flag true "Whether network cards are named by where they are plugged in.";
    timeServers = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ "0.nixos.pool.ntp.org" "1.nixos.pool.ntp.org" ];
      description = "Servers that are asked for the time.";
    };
    interfaces = lib.mkOption {
      default = { };
      description = "Settings of single network cards.";
      type = lib.types.attrsOf (lib.types.submodule {
        options.useDHCP = lib.mkOption {
          type = lib.types.nullOr lib.types.bool;
          default = null;
          description = "Whether this card asks for its address.";
        };
        options.ipv4.addresses = lib.mkOption { type = addresses; default = [ ]; description = "Fixed IPv4 addresses."; };
        options.ipv6.addresses = lib.mkOption { type = addresses; default = [ ]; description = "Fixed IPv6 addresses."; };
        options.macAddress = lib.mkOption {
          type = lib.types.nullOr lib.types.str;
          default = null;
          description = "The hardware address to take.";
        };
        options.mtu = lib.mkOption {
          type = lib.types.nullOr lib.types.int;
          default = null;
          description = "The largest packet, in bytes.";
        };
        options.wakeOnLan.enable = lib.mkOption {
          type = lib.types.bool;
          default = false;
          description = "Whether a packet can wake the machine.";
        };
      });
    };
    networkmanager.enable = flag false "Whether NetworkManager looks after connections. People in the group `networkmanager` may change them.";
    networkmanager.wifi.powersave = lib.mkOption {
      type = lib.types.nullOr lib.types.bool;
      default = null;
      description = "Whether wireless cards save power.";
    };
    networkmanager.dns = lib.mkOption {
      type = lib.types.enum [ "default" "dnsmasq" "systemd-resolved" "none" ];
      default = "default";
      description = "Who answers names for NetworkManager.";
    };
    wireless.enable = flag false "Whether wpa_supplicant connects to wireless networks.";
    wireless.interfaces = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "wlan0" ];
      description = "Wireless cards that are used; all if none is named.";
    };
    wireless.networks = lib.mkOption {
      default = { };
      description = "Wireless networks to connect to, by name.";
      type = lib.types.attrsOf (lib.types.submodule {
        options.psk = lib.mkOption {
          type = lib.types.nullOr lib.types.str;
          default = null;
          description = "The key, which everybody on the machine can read.";
        };
        options.pskRaw = lib.mkOption {
          type = lib.types.nullOr lib.types.str;
          default = null;
          description = "The key as a name in the secrets file.";
        };
        options.hidden = lib.mkOption {
          type = lib.types.bool;
          default = false;
          description = "Whether the network does not tell its name.";
        };
        options.priority = lib.mkOption {
          type = lib.types.nullOr lib.types.int;
          default = null;
          description = "Which network goes first.";
        };
      });
    };
    wireless.userControlled.enable = flag false "Whether people in the group `wheel` may choose the network.";
    wireguard.enable = flag false "Whether WireGuard tunnels are used.";
    nftables.enable = flag false "Whether the firewall uses nftables instead of iptables.";
    nat.enable = flag false "Whether other machines reach the network through this one.";
    firewall.enable = flag true "Whether the firewall refuses connections from outside that are not allowed.";
    firewall.allowPing = flag true "Whether the machine answers to ping.";
    firewall.allowedTCPPorts = ports "TCP ports that can be reached from outside.";
    firewall.allowedUDPPorts = ports "UDP ports that can be reached from outside.";
    firewall.allowedTCPPortRanges = ranges "Ranges of TCP ports that can be reached from outside.";
    firewall.allowedUDPPortRanges = ranges "Ranges of UDP ports that can be reached from outside.";
    firewall.trustedInterfaces = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "enp0s2" ];
      description = "Network cards over which everything is allowed.";
    };
    firewall.extraCommands = lib.mkOption {
      type = lib.types.lines;
      default = "";
      description = "More commands when the firewall starts.";
    };
    firewall.logRefusedConnections = flag true "Whether refused connections are noted in the log.";
    firewall.checkReversePath = lib.mkOption {
      type = lib.types.either lib.types.bool (lib.types.enum [ "strict" "loose" ]);
      default = true;
      description = "Whether packets must come from where answers would go.";
    };
  };
  config = {
    assertions = [
      {
        assertion = cfg.networkmanager.enable -> !cfg.wireless.enable || cfg.wireless.interfaces != [ ];
        message = "You can not use networking.networkmanager with networking.wireless.\nExcept if you mark some interfaces as <literal>unmanaged</literal> by NetworkManager.\n";
      }
    ];
    environment.sessionVariables = lib.mkMerge [
      (lib.mkIf (cfg.proxy.default != null) { http_proxy = cfg.proxy.default; https_proxy = cfg.proxy.default; })
      (lib.mkIf (cfg.proxy.noProxy != null) { no_proxy = cfg.proxy.noProxy; })
    ];
    users.groups.networkmanager = lib.mkIf cfg.networkmanager.enable { };
    environment.systemPackages = lib.mkMerge [
      [ pkgs.iproute2 ]
      (lib.mkIf cfg.networkmanager.enable [ pkgs.networkmanager ])
      (lib.mkIf cfg.wireguard.enable [ pkgs.wireguard-tools ])
      (lib.mkIf (cfg.firewall.enable && !cfg.nftables.enable) [ pkgs.iptables ])
    ];
    environment.etc = lib.mkMerge [
      {
        "hostname".text = "${cfg.hostName}\n";
        "hosts".text = "127.0.0.1 localhost\n::1 localhost\n127.0.0.2 ${cfg.hostName}\n"
          + lib.concatStrings (lib.mapAttrsToList (address: names: "${address} ${toString names}\n") cfg.hosts) + cfg.extraHosts;
        "resolv.conf".text = lib.concatMapStrings (server: "nameserver ${server}\n") cfg.nameservers;
      }
      (lib.mkIf (cfg.interfaces != { }) {
        "network-interfaces".text = lib.concatStrings (lib.mapAttrsToList wired cfg.interfaces);
      })
      (lib.mkIf cfg.firewall.enable { "firewall.rules".text = allow "tcp" cfg.firewall.allowedTCPPorts + allow "udp" cfg.firewall.allowedUDPPorts
        + allow "tcp-range" (map (range: "${toString range.from}-${toString range.to}") cfg.firewall.allowedTCPPortRanges)
        + allow "udp-range" (map (range: "${toString range.from}-${toString range.to}") cfg.firewall.allowedUDPPortRanges) + cfg.firewall.extraCommands; })
      (lib.mkIf (cfg.wireless.networks != { }) {
        "wpa_supplicant/networks".text = lib.concatMapStrings (name: "${name}\n") (lib.attrNames cfg.wireless.networks);
      })
    ];
    systemd.services = lib.mkMerge [
      (lib.mkIf cfg.firewall.enable {
        firewall = {
          description = "Firewall";
          wantedBy = [ "multi-user.target" ];
          reloadIfChanged = true;
          serviceConfig.ExecStart = "/bin/sh -c 'cat /etc/firewall.rules'";
          unitConfig.X-Reload-Triggers = builtins.hashString "sha256" config.environment.etc."firewall.rules".text;
        };
      })
      (lib.mkIf cfg.networkmanager.enable {
        NetworkManager = {
          description = "Network Manager";
          wantedBy = [ "multi-user.target" ];
          serviceConfig.ExecStart = "${pkgs.networkmanager}/bin/NetworkManager";
        };
      })
      (lib.mkIf cfg.wireless.enable { wpa_supplicant = { description = "WPA Supplicant"; wantedBy = [ "multi-user.target" ]; }; })
    ];
  };
}
