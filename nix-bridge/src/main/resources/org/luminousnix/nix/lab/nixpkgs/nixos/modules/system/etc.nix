{ config, lib, pkgs, ... }:
let
  entries = lib.filter (entry: entry.enable) (lib.attrValues config.environment.etc);
  place = entry:
    if entry.source != null then "ln -s ${entry.source} \"$out/${entry.target}\"\n"
    else "printf '%s' ${lib.escapeShellArg entry.text} > \"$out/${entry.target}\"\n";
  directories = lib.unique (map (entry: dirOf entry.target) entries);
in
{
  options.environment.etc = lib.mkOption {
    default = { };
    description = "Files below `/etc`.";
    example = lib.literalExpression ''{ "motd".text = "Welcome"; }'';
    type = lib.types.attrsOf (lib.types.submodule ({ name, ... }: {
      options = {
        enable = lib.mkOption { type = lib.types.bool; default = true; description = "Whether the file is made."; };
        target = lib.mkOption {
          type = lib.types.str;
          default = name;
          defaultText = lib.literalExpression "‹name›";
          description = "Its name below `/etc`.";
        };
        text = lib.mkOption { type = lib.types.nullOr lib.types.lines; default = null; description = "Its text."; };
        source = lib.mkOption {
          type = lib.types.nullOr lib.types.path;
          default = null;
          description = "The file that it links to.";
        };
        mode = lib.mkOption {
          type = lib.types.str;
          default = "symlink";
          example = "0600";
          description = "Its mode if it is to be copied, or `symlink`.";
        };
      };
    }));
  };
  options.system.build = lib.mkOption {
    type = lib.types.attrsOf lib.types.unspecified;
    default = { };
    internal = true;
    description = "What can be built of this configuration.";
  };
  config.assertions = map (entry: {
    assertion = entry.text != null || entry.source != null;
    message = "environment.etc.${lib.showOption [ entry.target ]} has neither text nor source.";
  }) entries;
  config.system.build.etc = pkgs.runCommand "etc"
    {
      passAsFile = [ "files" ];
      files = "mkdir -p ${lib.concatMapStringsSep " " (directory: "\"$out/${directory}\"") directories}\n"
        + lib.concatMapStrings place entries;
    } ''. "$filesPath"'';
}
