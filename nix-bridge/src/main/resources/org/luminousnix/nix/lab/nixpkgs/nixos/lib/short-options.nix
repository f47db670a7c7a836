# Options of the kinds that services have again and again.
rec {
  flag = lib: default: description: lib.mkOption { type = lib.types.bool; inherit default description; };
  maybe = lib: default: description: lib.mkOption { type = lib.types.nullOr lib.types.bool; inherit default description; };
  portOf = lib: default: description: lib.mkOption { type = lib.types.port; inherit default description; };
  opens = lib: flag lib false "Whether its ports are opened in the firewall.";
  freeform = lib: description: lib.mkOption { type = lib.types.attrsOf lib.types.anything; default = { }; inherit description; };
}
