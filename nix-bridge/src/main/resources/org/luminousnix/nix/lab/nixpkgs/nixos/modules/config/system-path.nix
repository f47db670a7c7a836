{ config, lib, pkgs, ... }:
{
  options = {
    environment.systemPackages = lib.mkOption {
      type = lib.types.listOf lib.types.package;
      default = [ ];
      example = lib.literalExpression "[ pkgs.firefox pkgs.thunderbird ]";
      description = "Packages whose programs every user of the machine has.";
    };
    environment.defaultPackages = lib.mkOption {
      type = lib.types.listOf lib.types.package;
      default = [ pkgs.nano ];
      defaultText = lib.literalExpression "[ pkgs.nano ]";
      description = "Packages that are there unless this list is emptied.";
    };
    environment.pathsToLink = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ "/bin" ];
      example = [ "/share/zsh" ];
      description = "Directories of packages that are gathered in the system's path.";
    };
    environment.variables = lib.mkOption {
      type = lib.types.attrsOf (lib.types.oneOf [
        (lib.types.listOf (lib.types.oneOf [ lib.types.int lib.types.str lib.types.path ]))
        lib.types.int lib.types.str lib.types.path
      ]);
      default = { };
      example = { EDITOR = "nvim"; VISUAL = "nvim"; };
      description = "Environment variables of all shells; a list is joined with colons.";
      apply = lib.mapAttrs (_: value: if builtins.isList value then lib.concatMapStringsSep ":" toString value
        else toString value);
    };
    environment.sessionVariables = lib.mkOption {
      type = lib.types.attrsOf (lib.types.oneOf [ (lib.types.listOf lib.types.str) lib.types.int lib.types.str lib.types.path ]);
      default = { };
      example = { NIXOS_OZONE_WL = "1"; };
      description = "Environment variables of the whole session, set at login.";
    };
    environment.shellAliases = lib.mkOption {
      type = lib.types.attrsOf (lib.types.nullOr (lib.types.either lib.types.str lib.types.path));
      default = { };
      example = { l = null; ll = "ls -l"; };
      description = "Short names for commands in all shells.";
    };
    environment.shells = lib.mkOption {
      type = lib.types.listOf (lib.types.either lib.types.shellPackage lib.types.path);
      default = [ ];
      example = lib.literalExpression "[ pkgs.zsh ]";
      description = "Shells that people may log in with.";
    };
    environment.homeBinInPath = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether `~/bin` is searched for programs.";
    };
    environment.localBinInPath = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether `~/.local/bin` is searched for programs.";
    };
    system.path = lib.mkOption {
      type = lib.types.package;
      internal = true;
      description = "All system packages in one directory.";
    };
  };
  config = {
    environment.systemPackages = with pkgs; [
      bashInteractive coreutils findutils gnugrep gnused less procps util-linux
    ] ++ config.environment.defaultPackages;
    environment.variables = config.environment.sessionVariables // { EDITOR = lib.mkDefault "nano"; };
    environment.etc."set-environment".text = lib.concatLines
      (lib.mapAttrsToList (name: value: "export ${name}=${lib.escapeShellArg value}") config.environment.variables);
    environment.etc."shells".text =
      lib.concatMapStrings (shell: "${toString shell}${shell.shellPath or ""}\n") (config.environment.shells ++ [ "/bin/sh" ]);
    environment.etc."bashrc".text = ". /etc/set-environment\n" + lib.concatLines (lib.mapAttrsToList (name: value: "alias ${name}=${lib.escapeShellArg value}")
      (lib.filterAttrs (_: value: value != null) (config.environment.shellAliases // config.programs.bash.shellAliases)));
    system.path = pkgs.buildEnv {
      name = "system-path";
      paths = config.environment.systemPackages;
      inherit (config.environment) pathsToLink;
      ignoreCollisions = true;
    };
  };
}
