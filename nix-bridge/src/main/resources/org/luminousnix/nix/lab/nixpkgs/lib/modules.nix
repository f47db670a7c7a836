# The module system: collects modules, lays their definitions over their declarations, and merges by type.
lib:
let
  inherit (builtins) attrNames concatMap elem filter foldl' functionArgs head isAttrs isFunction isList isPath isString length mapAttrs removeAttrs toString zipAttrsWith;
  inherit (lib) showOption isOption;

  isProperty = kind: value: isAttrs value && value._type or null == kind;
  defaultPriority = 100;
  defaultOrder = 1000;

  # --- Modules

  load = parentFile: module:
    if isPath module || isString module then
      { key = toString module; file = toString module; value = import module; }
    else {
      file = module._file or parentFile;
      value = module;
    } // (if isAttrs module && module ? key then { inherit (module) key; } else { });

  # The modules and all that they import, each once: [ { file, imports, options, config } ].
  collect = arguments: modules:
    let
      apply = value:
        if isFunction value then
          apply (value (arguments // mapAttrs (name: _:
            arguments.${name} or arguments.config._module.args.${name}) (functionArgs value)))
        else value;
      toModule = loaded:
        let value = apply loaded.value; file = value._file or loaded.file; in
        if !isAttrs value then throw "Module `${file}' does not look like a module."
        else if value._type or null == "if" || value._type or null == "merge" then {
          inherit file;
          imports = [ ];
          options = { };
          config = value;
        }
        else if value ? config || value ? options then structured file value
        else {
          inherit file;
          imports = value.imports or [ ];
          options = { };
          config = removeAttrs value [ "_file" "key" "imports" "disabledModules" ];
        };
      structured = file: value:
        let unknown = attrNames (removeAttrs value [
          "_file" "_class" "key" "imports" "disabledModules" "options" "config" "meta" "freeformType"
        ]); in
        if unknown != [ ] then
          throw ("Module `${file}' has an unsupported attribute `${head unknown}'. This is caused by introducing a top-level `config' or `options' attribute. "
            + "Add configuration attributes immediately on the top level instead, or move all of them (namely: ${toString unknown}) into the explicit `config' attribute.")
        else {
          inherit file;
          imports = value.imports or [ ];
          options = value.options or { };
          config = value.config or { };
        } // (if value ? freeformType then { inherit (value) freeformType; } else { });
      item = parentFile: parentKey: index: module:
        let loaded = load parentFile module; in
        { key = loaded.key or "${parentKey}:anon-${toString index}"; module = toModule loaded; };
    in
    map (found: found.module) (builtins.genericClosure {
      startSet = lib.imap1 (item "<unknown-file>" "root") modules;
      operator = found: lib.imap1 (item found.module.file found.key) found.module.imports;
    });

  evalModules = { modules, specialArgs ? { }, prefix ? [ ], check ? true }:
    let
      # Modules see what is declared; the search for strangers comes after, for it may ask for their conditions.
      arguments = specialArgs // { inherit lib; inherit (tree) config options; };
      internal = {
        _file = "lib/modules.nix";
        key = "lib/modules.nix";
        options._module.args = lib.mkOption {
          type = lib.types.lazyAttrsOf lib.types.raw;
          default = { };
          internal = true;
          description = "Further arguments that modules can name.";
        };
        options._module.freeformType = lib.mkOption {
          type = lib.types.raw;
          default = null;
          internal = true;
          description = "The type of what no option declares.";
        };
      };
      collected = collect arguments ([ internal ] ++ modules);
      tree = mergeTree prefix
        (map (module: { inherit (module) file options; }) (filter (module: module.options != { }) collected))
        (concatMap (module: map (value: {
          inherit (module) file;
          inherit value;
        }) (pushDown prefix module.file module.config)) collected);
      freeform = concatMap (module: if module ? freeformType then [ module.freeformType ] else [ ]) collected;
      loose = mergeDefinitions prefix (head freeform) (map (definition: {
        inherit (definition) file;
        value = lib.setAttrByPath (lib.drop (length prefix) definition.loc) definition.value;
      }) tree.unmatched);
      declared = removeAttrs tree.config [ "_module" ];
      result =
        if freeform != [ ] then (if tree.unmatched == [ ] then declared else lib.recursiveUpdate loose declared)
        else if check && tree.unmatched != [ ] then unknownOption tree.unmatched
        else declared;
      unknownOption = unmatched:
        let first = head unmatched; in
        throw "The option `${showOption first.loc}' does not exist. Definition values:${showDefinitions [ first ]}";
    in
    {
      config = result // { _module = tree.config._module; };
      inherit (tree) options;
    };

  # --- Options

  # One level of the tree: the declarations and definitions below `loc` → { options, config, unmatched }.
  mergeTree = loc: declarations: definitions:
    let
      declared = zipAttrsWith (_: found: found) (map (declaration: mapAttrs (_: options: {
        inherit (declaration) file;
        inherit options;
      }) declaration.options) declarations);
      defined = zipAttrsWith (_: found: found) (map (definition: mapAttrs (_: value: {
        inherit (definition) file;
        inherit value;
      }) definition.value) definitions);
      nodes = mapAttrs (name: found: node (loc ++ [ name ]) found (defined.${name} or [ ])) declared;
      strangers = concatMap (name:
        map (definition: definition // { loc = loc ++ [ name ]; }) (concatMap present defined.${name})) (attrNames (removeAttrs defined (attrNames declared)));
      # A definition under a false mkIf is none.
      present = definition: map (found: {
        inherit (definition) file;
        inherit (found) value;
      }) (discharge definition.file definition.value);
    in
    {
      options = mapAttrs (_: found: found.options) nodes;
      config = mapAttrs (_: found: found.config) nodes;
      unmatched = strangers ++ concatMap (found: found.unmatched) (builtins.attrValues nodes);
    };
  node = loc: found: definitions:
    if isOption (head found).options then
      if length found > 1 then
        throw "The option `${showOption loc}' in `${(builtins.elemAt found 1).file}' is already declared in `${(head found).file}'."
      else leaf loc (head found) definitions
    else mergeTree loc found (concatMap (definition: map (value: {
      inherit (definition) file;
      inherit value;
    }) (pushDown loc definition.file definition.value)) definitions);
  leaf = loc: declaration: definitions:
    let
      option = { type = lib.types.unspecified; } // declaration.options;
      fallback = if option ? default then [ { inherit (declaration) file; value = mkOptionDefault option.default; } ] else [ ];
      given = definitions ++ fallback;
      merged =
        if option.readOnly or false && length given > 1 then
          throw "The option `${showOption loc}' is read-only, but it's set multiple times. Definition values:${showDefinitions definitions}"
        else mergeDefinitions loc option.type given;
      value = (option.apply or lib.id) merged;
    in
    {
      options = option // {
        inherit loc value;
        declarations = [ declaration.file ];
        isDefined = effective given != [ ];
        files = map (definition: definition.file) definitions;
        definitions = map (definition: definition.value) (effective given);
        definitionsWithLocations = effective given;
        __toString = _: showOption loc;
      };
      config = value;
      unmatched = [ ];
    };

  # --- Definitions

  # An attribute set under mkIf, mkMerge and mkOverride, with these moved to its members.
  pushDown = loc: file: value:
    if isProperty "merge" value then concatMap (pushDown loc file) value.contents
    else if isProperty "if" value then map (mapAttrs (_: mkIf value.condition)) (pushDown loc file value.content)
    else if isProperty "override" value then map (mapAttrs (_: mkOverride value.priority)) (pushDown loc file value.content)
    else if isProperty "order" value then map (mapAttrs (_: mkOrder value.priority)) (pushDown loc file value.content)
    else if isAttrs value then [ value ]
    else throw ("In module `${file}', you're trying to define a value of type `${builtins.typeOf value}'\nrather than an attribute set for the option\n`${showOption loc}'!\n\n"
      + "This usually happens if `${showOption loc}' has option\ndefinitions inside that are not matched. Please check how to properly define\nthis option by e.g. referring to `man 5 configuration.nix'!");

  # What is left of a definition when its properties are applied: [ { file, value, priority, order } ].
  discharge = file: value: dischargeWith { inherit file; priority = defaultPriority; order = defaultOrder; } value;
  dischargeWith = state: value:
    if !isAttrs value || !(value ? _type) then [ (state // { inherit value; }) ]
    else if value._type == "merge" then concatMap (dischargeWith state) value.contents
    else if value._type == "if" then (if condition state value.condition then dischargeWith state value.content else [ ])
    else if value._type == "override" then dischargeWith (state // { inherit (value) priority; }) value.content
    else if value._type == "order" then dischargeWith (state // { order = value.priority; }) value.content
    else [ (state // { inherit value; }) ];
  condition = state: value:
    if builtins.isBool value then value else throw "`mkIf' called with a non-Boolean condition in `${state.file}'";

  # The definitions of the strongest priority, in their order.
  effective = definitions:
    let
      all = concatMap (definition: discharge definition.file definition.value) definitions;
      strongest = foldl' (least: definition: if definition.priority < least then definition.priority else least) 9999 all;
      chosen = filter (definition: definition.priority == strongest) all;
    in
    if length all < 2 then all
    else if builtins.all (definition: definition.order == defaultOrder) chosen then chosen
    else builtins.sort (a: b: a.order < b.order) chosen;

  mergeDefinitions = loc: type: definitions: mergeEffective loc type (effective definitions);
  mergeEffective = loc: type: chosen:
    let wrong = filter (definition: !type.check definition.value) chosen; in
    if chosen == [ ] then
      type.emptyValue or (throw "The option `${showOption loc}' was accessed but has no value defined. Try setting the option.")
    else if wrong != [ ] then
      throw "A definition for option `${showOption loc}' is not of type `${type.description}'. Definition values:${showDefinitions wrong}"
    else type.merge loc chosen;

  showDefinitions = definitions: lib.concatMapStrings showDefinition definitions;
  showDefinition = definition:
    let
      text = builtins.tryEval (let pretty = lib.generators.toPretty { } definition.value; in builtins.deepSeq pretty pretty);
      lines = lib.splitString "\n" text.value;
      shown = lib.take 5 lines ++ lib.optional (length lines > 5) "...";
    in
    "\n- In `${definition.file}'" + (
      if !text.success then ""
      else if length lines == 1 then ": ${text.value}"
      else ":\n    " + builtins.concatStringsSep "\n    " shown
    );

  mkIf = condition: content: { _type = "if"; inherit condition content; };
  mkMerge = contents: { _type = "merge"; inherit contents; };
  mkOverride = priority: content: { _type = "override"; inherit priority content; };
  mkOrder = priority: content: { _type = "order"; inherit priority content; };
  mkOptionDefault = mkOverride 1500;
in
{
  inherit evalModules mergeDefinitions showDefinitions effective mkIf mkMerge mkOverride mkOrder mkOptionDefault;
  mkDefault = mkOverride 1000;
  mkImageMediaOverride = mkOverride 60;
  mkForce = mkOverride 50;
  mkVMOverride = mkOverride 10;
  mkBefore = mkOrder 500;
  mkAfter = mkOrder 1500;
  mkAssert = assertion: message: content: if assertion then content else throw "\nFailed assertions:\n- ${message}";

  # The option at `from` moved to `to`: still accepted, with a warning.
  mkRenamedOptionModule = from: to: { config, options, ... }: {
    _file = "lib/modules.nix";
    options = lib.setAttrByPath from (lib.mkOption {
      type = lib.types.unspecified;
      internal = true;
      description = "Alias of `${showOption to}`.";
      apply = _: lib.getAttrFromPath to config;
      default = null;
    });
    config =
      let old = lib.getAttrFromPath from options; in
      mkMerge [
        (lib.setAttrByPath to (mkIf (old.files != [ ]) (mkMerge old.definitions)))
        {
          warnings = lib.optional (old.files != [ ])
            "The option `${showOption from}' defined in ${lib.concatMapStringsSep " and " (file: "`${file}'") old.files} has been renamed to `${showOption to}'.";
        }
      ];
  };
  # The option at `path` is gone: a definition of it is refused with what to do instead.
  mkRemovedOptionModule = path: instead: { options, ... }: {
    _file = "lib/modules.nix";
    options = lib.setAttrByPath path (lib.mkOption {
      type = lib.types.unspecified;
      internal = true;
      default = null;
      description = "Removed.";
    });
    config.assertions =
      let old = lib.getAttrFromPath path options; in
      [
        {
          assertion = old.files == [ ];
          message = "The option definition `${showOption path}' in ${lib.concatMapStringsSep " and " (file: "`${file}'") old.files} no longer has any effect; please remove it.\n${instead}";
        }
      ];
  };
}
