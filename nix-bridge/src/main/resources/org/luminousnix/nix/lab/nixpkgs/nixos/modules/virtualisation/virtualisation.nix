let
  simple = import ../../lib/simple-service.nix;
  inherit (import ../../lib/short-options.nix) flag;
in
[
  (simple {
    path = [ "virtualisation" "docker" ];
    what = "docker, a daemon that runs containers";
    package = "docker";
    unit = "docker";
    exec = "bin/dockerd";
    options = { lib, ... }: {
      enableOnBoot = flag lib true "Whether docker starts with the machine.";
      autoPrune.enable = flag lib false "Whether what is not used is removed by itself.";
      rootless.enable = flag lib false "Whether people run docker without being administrator.";
      storageDriver = lib.mkOption {
        type = lib.types.nullOr (lib.types.enum [ "aufs" "btrfs" "devicemapper" "overlay" "overlay2" "zfs" ]);
        default = null;
        description = "How images are kept on the disk.";
      };
    };
    more = { ... }: { users.groups.docker = { }; };
  })
  (simple {
    path = [ "virtualisation" "podman" ];
    what = "Podman, containers without a daemon";
    package = "podman";
    options = { lib, ... }: {
      dockerCompat = flag lib false "Whether `docker` starts Podman.";
      defaultNetwork.settings = lib.mkOption {
        type = lib.types.attrsOf lib.types.anything;
        default = { };
        description = "Settings of the network of containers.";
      };
    };
    more = { cfg, config, ... }: {
      assertions = [
        {
          assertion = cfg.dockerCompat -> !config.virtualisation.docker.enable;
          message = "Option dockerCompat conflicts with docker";
        }
      ];
    };
  })
  (simple {
    path = [ "virtualisation" "libvirtd" ];
    what = "libvirtd, a daemon for virtual machines";
    package = "libvirt";
    unit = "libvirtd";
    exec = "bin/libvirtd";
    options = { lib, ... }: {
      onBoot = lib.mkOption {
        type = lib.types.enum [ "start" "ignore" ];
        default = "start";
        description = "What becomes of machines at start.";
      };
      qemu.swtpm.enable = flag lib false "Whether machines can have a TPM.";
    };
    more = { pkgs, ... }: {
      environment.systemPackages = [ pkgs.qemu ];
      users.groups.libvirtd = { };
      security.polkit.enable = true;
    };
  })
  (simple {
    path = [ "virtualisation" "virtualbox" "host" ];
    what = "VirtualBox";
    package = "virtualbox";
    more = { ... }: { users.groups.vboxusers = { }; };
  })
  (simple { path = [ "virtualisation" "virtualbox" "guest" ]; what = "what a machine inside VirtualBox needs"; })
  (simple {
    path = [ "virtualisation" "waydroid" ];
    what = "Waydroid, which runs Android";
    package = "waydroid";
    hasPackageOption = false;
    unit = "waydroid-container";
    exec = "bin/waydroid";
  })
  (simple {
    path = [ "virtualisation" "incus" ];
    what = "incus, containers and virtual machines";
    package = "incus";
    unit = "incus";
    exec = "bin/incus";
  })
  (simple { path = [ "virtualisation" "vmware" "guest" ]; what = "what a machine inside VMware needs"; })
]
