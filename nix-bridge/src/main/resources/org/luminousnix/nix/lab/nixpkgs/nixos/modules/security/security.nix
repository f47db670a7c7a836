{ config, lib, pkgs, ... }:
let
  flag = default: description: lib.mkOption { type = lib.types.bool; inherit default description; };
in
{
  options.security = {
    sudo.enable = flag true "Whether sudo lets people act as administrator.";
    sudo.wheelNeedsPassword = flag true "Whether people in the group `wheel` give their password for sudo.";
    sudo.execWheelOnly = flag false "Whether only the group `wheel` can run sudo at all.";
    sudo.extraConfig = lib.mkOption { type = lib.types.lines; default = ""; description = "More lines of the sudoers file."; };
    sudo-rs.enable = flag false "Whether the sudo written in Rust is used.";
    doas.enable = flag false "Whether doas lets people act as administrator.";
    polkit.enable = flag false "Whether programs ask polkit who may do what.";
    rtkit.enable = flag false "Whether programs may ask to be served in real time, as sound needs it.";
    apparmor.enable = flag false "Whether AppArmor limits programs.";
    protectKernelImage = flag false "Whether the running kernel cannot be replaced.";
    pam.services = lib.mkOption {
      default = { };
      description = "How each program asks who a person is.";
      type = lib.types.attrsOf (lib.types.submodule {
        options.enableGnomeKeyring = flag false "Whether the keyring of GNOME is opened.";
        options.fprintAuth = flag false "Whether a finger is enough.";
      });
    };
    acme.acceptTerms = flag false "Whether the terms of the certificate authority are accepted.";
    acme.defaults.email = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      description = "The address for messages about certificates.";
    };
  };
  config = {
    environment.systemPackages = lib.mkMerge [
      (lib.mkIf config.security.sudo.enable [ pkgs.sudo ])
      (lib.mkIf config.security.polkit.enable [ pkgs.polkit ])
    ];
    environment.etc."sudoers" = lib.mkIf config.security.sudo.enable {
      text = "root ALL=(ALL:ALL) SETENV: ALL\n%wheel ALL=(ALL:ALL) ${lib.optionalString (!config.security.sudo.wheelNeedsPassword) "NOPASSWD:"}SETENV: ALL\n" + config.security.sudo.extraConfig;
    };
    systemd.services.rtkit-daemon = lib.mkIf config.security.rtkit.enable {
      description = "RealtimeKit";
      wantedBy = [ "multi-user.target" ];
    };
    systemd.services.polkit = lib.mkIf config.security.polkit.enable {
      description = "Authorization Manager";
      wantedBy = [ "multi-user.target" ];
    };
  };
}
