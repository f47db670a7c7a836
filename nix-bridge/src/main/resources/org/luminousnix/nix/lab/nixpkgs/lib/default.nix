# The functions that configurations use: a small library with the names of nixpkgs' own.
let
  attrsets = import ./attrsets.nix;
  strings = import ./strings.nix;
  lists = import ./lists.nix;
  lib = attrsets // strings // lists // modules // {
    inherit attrsets strings lists modules types options licenses;
    inherit (options) mkOption mkEnableOption mkPackageOption literalExpression literalMD mdDoc showOption isOption;
    version = strings.fileContents ../.version;
    versions.majorMinor = version: strings.concatStringsSep "." (lists.take 2 (builtins.splitVersion version));
    trivial.release = lib.version;
    id = x: x;
    const = x: _: x;
    flip = f: a: b: f b a;
    pipe = builtins.foldl' (x: f: f x);
    warn = message: builtins.trace "evaluation warning: ${message}";
    warnIf = condition: message: if condition then lib.warn message else lib.id;
    throwIf = condition: message: if condition then throw message else lib.id;
    fix = f: let x = f x; in x;
    platforms.linux = [ "aarch64-linux" "x86_64-linux" ];
    maintainers = { };
    generators.toPretty = _: import ./pretty.nix;
    nixosSystem = arguments: import ../nixos/lib/eval-config.nix ({ inherit lib; system = null; } // arguments);
  };
  modules = import ./modules.nix lib;
  types = import ./types.nix lib;
  options = import ./options.nix lib;
  licenses = import ./licenses.nix;
in
lib
