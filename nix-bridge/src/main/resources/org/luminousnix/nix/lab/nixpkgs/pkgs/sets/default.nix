# All packages by attribute, grouped as in nixpkgs. A file holds rows: attribute = [ version licence homepage description { exceptions } ].
{ lib, mkPackage }:
let
  rows = file: group file (_: _: { });
  # A group whose members share exceptions, as a common beginning of their names.
  group = file: common:
    let set = import file; in
    builtins.mapAttrs (attribute: row: mkPackage attribute (merged (common attribute (builtins.head row)) row) (position file set attribute)) set;
  merged = common: row: if builtins.length row > 4 then lib.take 4 row ++ [ (common // lib.last row) ] else row ++ [ common ];
  position = file: set: attribute:
    let found = builtins.unsafeGetAttrPos attribute set; in
    if found == null then { file = toString file; line = 1; } else found;

  library = prefix: attribute: version: { programs = [ ]; name = "${prefix}${lib.toLower (lib.replaceStrings [ "_" ] [ "-" ] attribute)}-${version}"; };
  nothingToRun = _: _: { programs = [ ]; };
  recursed = lib.recurseIntoAttrs;
  python = recursed (group ./python.nix (library "python3.12-"));
  kernels = group ./kernels.nix (_: _: { pname = "linux"; programs = [ ]; });
in
rows ./base.nix // rows ./terminal.nix // rows ./desktop.nix // rows ./development.nix // rows ./servers.nix // rows ./media.nix
// group ./fonts.nix nothingToRun
// {
  python312Packages = python;
  python3Packages = lib.dontRecurseIntoAttrs python;
  kdePackages = recursed (rows ./kde.nix);
  gnomeExtensions = recursed (group ./gnome-extensions.nix (library "gnome-shell-extension-"));
  nodePackages = recursed (rows ./node.nix);
  vimPlugins = recursed (group ./vim-plugins.nix (library "vimplugin-"));
  hunspellDicts = recursed (group ./hunspell.nix (library "hunspell-dict-"));
  jetbrains = recursed (rows ./jetbrains.nix);
  xfce = recursed (rows ./xfce.nix);
  haskellPackages = recursed (rows ./haskell.nix);
  linuxKernel = recursed { kernels = recursed kernels; };
  linuxPackages.kernel = kernels.linux_6_6;
  linuxPackages_latest.kernel = kernels.linux_6_11;
  linuxPackages_6_6.kernel = kernels.linux_6_6;
  linuxPackages_6_11.kernel = kernels.linux_6_11;
  linuxPackages_zen.kernel = kernels.linux_zen;
  linuxPackages_hardened.kernel = kernels.linux_hardened;
}
