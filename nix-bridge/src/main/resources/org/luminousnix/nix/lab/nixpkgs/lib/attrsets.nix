rec {
  inherit (builtins) attrNames attrValues catAttrs getAttr hasAttr intersectAttrs isAttrs listToAttrs mapAttrs removeAttrs zipAttrsWith;
  nameValuePair = name: value: { inherit name value; };
  mapAttrsToList = f: set: map (name: f name set.${name}) (attrNames set);
  mapAttrs' = f: set: listToAttrs (mapAttrsToList f set);
  filterAttrs = keep: set: removeAttrs set (builtins.filter (name: !keep name set.${name}) (attrNames set));
  genAttrs = names: f: listToAttrs (map (name: nameValuePair name (f name)) names);
  optionalAttrs = condition: set: if condition then set else { };
  recurseIntoAttrs = set: set // { recurseForDerivations = true; };
  dontRecurseIntoAttrs = set: set // { recurseForDerivations = false; };
  isDerivation = value: value.type or null == "derivation";
  attrByPath = path: default: set:
    if path == [ ] then set
    else if set ? ${builtins.head path} then attrByPath (builtins.tail path) default set.${builtins.head path}
    else default;
  hasAttrByPath = path: set:
    path == [ ] || (set ? ${builtins.head path} && hasAttrByPath (builtins.tail path) set.${builtins.head path});
  getAttrFromPath = path: attrByPath path (throw "cannot find attribute `${builtins.concatStringsSep "." path}'");
  setAttrByPath = path: value:
    if path == [ ] then value else { ${builtins.head path} = setAttrByPath (builtins.tail path) value; };
  recursiveUpdate = left: right:
    left // mapAttrs
      (name: value: if left ? ${name} && isAttrs left.${name} && isAttrs value then recursiveUpdate left.${name} value else value)
      right;
  foldlAttrs = f: zero: set: builtins.foldl' (sum: name: f sum name set.${name}) zero (attrNames set);
  getBin = package: package;
  getExe = package: "${package}/bin/${package.meta.mainProgram or package.pname}";
  getExe' = package: program: "${package}/bin/${program}";
}
