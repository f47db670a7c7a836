{ config, lib, ... }:
let
  cfg = config.nixpkgs;
  platform = if builtins.isString cfg.hostPlatform then cfg.hostPlatform else cfg.hostPlatform.system;
in
{
  options.nixpkgs = {
    config = lib.mkOption {
      type = lib.types.attrsOf lib.types.anything // { description = "nixpkgs config"; };
      default = { };
      example = { allowUnfree = true; };
      description = "Settings of the package set, such as which licences are allowed.";
    };
    hostPlatform = lib.mkOption {
      type = lib.types.either lib.types.str lib.types.attrs;
      default = cfg.system;
      defaultText = lib.literalExpression "config.nixpkgs.system";
      example = "x86_64-linux";
      description = "The kind of machine that the system runs on.";
    };
    system = lib.mkOption {
      type = lib.types.str;
      default = builtins.currentSystem or "x86_64-linux";
      defaultText = lib.literalExpression "builtins.currentSystem";
      description = "The kind of machine, the older way; `nixpkgs.hostPlatform` goes before it.";
    };
    overlays = lib.mkOption {
      type = lib.types.listOf lib.types.raw;
      default = [ ];
      description = "Functions that change or add packages, each from the final and the previous set.";
    };
    pkgs = lib.mkOption {
      type = lib.types.raw;
      default = import ../../.. { inherit (cfg) config overlays; system = platform; };
      defaultText = lib.literalExpression "import <nixpkgs> { … }";
      description = "The package set itself, which modules get as `pkgs`.";
    };
  };
  config._module.args.pkgs = cfg.pkgs;
}
