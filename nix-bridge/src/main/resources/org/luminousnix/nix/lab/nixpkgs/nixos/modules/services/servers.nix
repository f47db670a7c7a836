# Servers: web, databases, media, the home.
let
  simple = import ../../lib/simple-service.nix;
  inherit (import ../../lib/short-options.nix) flag portOf opens freeform;
in
[
  (simple {
    path = [ "services" "jellyfin" ];
    what = "Jellyfin, a media server";
    package = "jellyfin";
    unit = "jellyfin";
    inPath = false;
    options = { lib, ... }: {
      openFirewall = opens lib;
      user = lib.mkOption { type = lib.types.str; default = "jellyfin"; description = "The user that it runs as."; };
    };
    more = { cfg, lib, ... }: { networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ 8096 8920 ]; };
  })
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
          options.root = lib.mkOption {
            type = lib.types.nullOr lib.types.path;
            default = null;
            description = "The directory that is served.";
          };
          options.enableACME = flag lib false "Whether a certificate is fetched for it.";
          options.forceSSL = flag lib false "Whether visitors are sent to the encrypted site.";
          options.default = flag lib false "Whether this is the site for all other names.";
          options.locations = lib.mkOption {
            default = { };
            description = "Settings by path.";
            type = lib.types.attrsOf (lib.types.submodule {
              options.proxyPass = lib.mkOption {
                type = lib.types.nullOr lib.types.str;
                default = null;
                description = "The address that answers.";
              };
              options.root = lib.mkOption {
                type = lib.types.nullOr lib.types.path;
                default = null;
                description = "The directory that is served.";
              };
            });
          };
        });
      };
    };
    more = { cfg, lib, ... }: {
      environment.etc."nginx/sites".text = lib.concatMapStrings (name: "${name}\n") (lib.attrNames cfg.virtualHosts);
    };
  })
  (simple {
    path = [ "services" "postgresql" ];
    what = "the PostgreSQL server";
    package = "postgresql";
    unit = "postgresql";
    exec = "bin/postgres";
    options = { lib, ... }: {
      dataDir = lib.mkOption { type = lib.types.path; default = "/var/lib/postgresql/16"; description = "Where the data are."; };
      ensureDatabases = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        default = [ ];
        description = "Databases that are made if missing.";
      };
      enableTCPIP = flag lib false "Whether it listens on the network.";
      settings = freeform lib "Lines of postgresql.conf.";
    };
  })
  (simple {
    path = [ "services" "mysql" ];
    what = "the MySQL or MariaDB server";
    package = "mariadb";
    unit = "mysql";
    exec = "bin/mariadbd";
    options = { lib, ... }: {
      ensureDatabases = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        default = [ ];
        description = "Databases that are made if missing.";
      };
    };
  })
  ({ config, lib, pkgs, ... }: {
    options.services.redis.package = lib.mkPackageOption pkgs "redis" { };
    options.services.redis.servers = lib.mkOption {
      default = { };
      description = "Servers of Redis by name; the empty name is `redis` alone.";
      type = lib.types.attrsOf (lib.types.submodule {
        options.enable = lib.mkEnableOption "this server";
        options.port = portOf lib 0 "The port; 0 for none.";
        options.bind = lib.mkOption {
          type = lib.types.nullOr lib.types.str;
          default = "127.0.0.1";
          description = "The address on which it listens.";
        };
      });
    };
    config.systemd.services = lib.mapAttrs' (name: _: lib.nameValuePair "redis${lib.optionalString (name != "") "-${name}"}" {
      description = "Redis Server";
      wantedBy = [ "multi-user.target" ];
      serviceConfig.ExecStart = "${config.services.redis.package}/bin/redis-server";
    }) (lib.filterAttrs (_: server: server.enable) config.services.redis.servers);
  })
  (simple {
    path = [ "services" "home-assistant" ];
    what = "Home Assistant, which steers a home";
    package = "home-assistant";
    unit = "home-assistant";
    inPath = false;
    options = { lib, ... }: {
      openFirewall = opens lib;
      configDir = lib.mkOption { type = lib.types.path; default = "/var/lib/hass"; description = "Where its settings are."; };
      extraComponents = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        default = [ ];
        description = "Integrations that are installed.";
      };
      config = lib.mkOption {
        type = lib.types.nullOr (lib.types.attrsOf lib.types.anything);
        default = null;
        description = "Its configuration.";
      };
    };
    more = { cfg, lib, ... }: { networking.firewall.allowedTCPPorts = lib.mkIf cfg.openFirewall [ 8123 ]; };
  })
  (simple {
    path = [ "services" "caddy" ];
    what = "the Caddy web server";
    package = "caddy";
    unit = "caddy";
    inPath = false;
    options = { lib, ... }: {
      email = lib.mkOption {
        type = lib.types.nullOr lib.types.str;
        default = null;
        description = "The address for messages about certificates.";
      };
      extraConfig = lib.mkOption { type = lib.types.lines; default = ""; description = "More lines of the Caddyfile."; };
      virtualHosts = lib.mkOption {
        default = { };
        description = "Sites by name.";
        type = lib.types.attrsOf (lib.types.submodule {
          options.extraConfig = lib.mkOption { type = lib.types.lines; default = ""; description = "Lines for this site."; };
        });
      };
    };
  })
  (simple {
    path = [ "services" "vaultwarden" ];
    what = "vaultwarden, a server for Bitwarden";
    package = "vaultwarden";
    unit = "vaultwarden";
    inPath = false;
    options = { lib, ... }: {
      config = freeform lib "Its settings.";
      dbBackend = lib.mkOption {
        type = lib.types.enum [ "sqlite" "mysql" "postgresql" ];
        default = "sqlite";
        description = "Where the data are kept.";
      };
    };
  })
  (simple {
    path = [ "services" "nextcloud" ];
    what = "Nextcloud, files and calendars on your own server";
    package = "nextcloud30";
    inPath = false;
    options = { lib, ... }: {
      hostName = lib.mkOption { type = lib.types.str; description = "The name under which it is reached."; };
      https = flag lib false "Whether links to it are encrypted.";
    };
    more = { cfg, ... }: { environment.etc."nextcloud/host".text = cfg.hostName; services.nginx.enable = true; };
  })
  (simple {
    path = [ "services" "transmission" ];
    what = "the Transmission daemon for BitTorrent";
    package = "transmission_4";
    unit = "transmission";
    exec = "bin/transmission-daemon";
    options = { lib, ... }: { openFirewall = opens lib; settings = freeform lib "Its settings."; };
  })
  (simple {
    path = [ "services" "mosquitto" ];
    what = "the Mosquitto broker for messages of devices";
    package = "mosquitto";
    unit = "mosquitto";
  })
  (simple {
    path = [ "services" "grafana" ];
    what = "Grafana, graphs of measured values";
    package = "grafana";
    unit = "grafana";
    inPath = false;
    options = { lib, ... }: { settings = freeform lib "Sections and lines of grafana.ini."; };
  })
  (simple {
    path = [ "services" "prometheus" ];
    what = "Prometheus, which collects measured values";
    package = "prometheus";
    unit = "prometheus";
    inPath = false;
    options = { lib, ... }: { port = portOf lib 9090 "The port on which it listens."; };
  })
  (simple {
    path = [ "services" "ollama" ];
    what = "ollama, which runs language models";
    package = "ollama";
    unit = "ollama";
    options = { lib, ... }: {
      port = portOf lib 11434 "The port on which it listens.";
      acceleration = lib.mkOption {
        type = lib.types.nullOr (lib.types.enum [ false "rocm" "cuda" ]);
        default = null;
        description = "Which graphics card computes.";
      };
    };
  })
  (simple {
    path = [ "services" "gitea" ];
    what = "Gitea, a home for git repositories";
    package = "gitea";
    unit = "gitea";
    inPath = false;
  })
  (simple {
    path = [ "services" "forgejo" ];
    what = "Forgejo, a home for git repositories";
    package = "forgejo";
    unit = "forgejo";
    inPath = false;
  })
]
