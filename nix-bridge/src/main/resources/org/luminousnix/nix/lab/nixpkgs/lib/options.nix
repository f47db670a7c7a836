lib:
rec {
  mkOption = attributes: attributes // { _type = "option"; };
  isOption = value: value._type or null == "option";
  mkEnableOption = name: mkOption {
    type = lib.types.bool;
    default = false;
    example = true;
    description = "Whether to enable ${name}.";
  };
  mkPackageOption = pkgs: name: { default ? name, nullable ? false, example ? null }: mkOption {
    type = if nullable then lib.types.nullOr lib.types.package else lib.types.package;
    default = lib.getAttrFromPath (lib.toList default) pkgs;
    defaultText = literalExpression "pkgs.${builtins.concatStringsSep "." (lib.toList default)}";
    description = "The ${lib.last (lib.toList name)} package to use.";
  };
  literalExpression = text: { _type = "literalExpression"; inherit text; };
  literalMD = text: { _type = "literalMD"; inherit text; };
  mdDoc = text: text;

  # A path as a person writes it: names that need it are quoted, placeholders are not.
  showOption = path: builtins.concatStringsSep "." (map showName path);
  showName = name:
    if builtins.match "[a-zA-Z_][a-zA-Z0-9_'-]*|<.*>|\\*|\\[definition .*]" name == null then builtins.toJSON name else name;

  # The documentation of all options in the format of a channel's options.json.
  documentation = options: builtins.listToAttrs (map (option: {
    name = showOption option.loc;
    value = document option;
  }) (visible options));
  visible = visibleFrom [ ];
  # Options inside a submodule are declared where the option is that holds them.
  visibleFrom = declarations: tree: builtins.concatMap
    (node:
      if !isOption node then visibleFrom declarations node
      else if node.internal or false then [ ]
      else
        let option = node // lib.optionalAttrs (declarations != [ ]) { inherit declarations; }; in
        [ option ] ++ visibleFrom option.declarations (node.type.getSubOptions node.loc))
    (builtins.attrValues (builtins.removeAttrs tree [ "_module" ]));
  document = option: {
    inherit (option) loc;
    description = option.description or "This option has no description.";
    type = option.type.description;
    readOnly = option.readOnly or false;
    declarations = map relative option.declarations;
  } // lib.optionalAttrs (option ? default || option ? defaultText) { default = shown (option.defaultText or option.default); }
    // lib.optionalAttrs (option ? example) { example = shown option.example; };
  shown = value:
    if value._type or null == "literalExpression" || value._type or null == "literalMD" then value
    else literalExpression (lib.generators.toPretty { } value);
  relative = file: lib.removePrefix "${toString ../.}/" file;
}
