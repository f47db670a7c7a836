# Types of options: what they accept, how several definitions become one, and how they are called.
lib:
let
  inherit (builtins) all concatStringsSep elem filter head isAttrs isBool isFloat isFunction isInt isList isPath isString length listToAttrs toJSON;
  inherit (lib) showOption;

  conflict = loc: definitions: throw ("The option `${showOption loc}' has conflicting definition values:${lib.showDefinitions definitions}\n"
    + "Use `lib.mkForce value' or `lib.mkDefault value' to change the priority on any of these definitions.");
  mergeEqual = loc: definitions:
    let first = (head definitions).value; in
    if length definitions == 1 || all (definition: definition.value == first) definitions then first
      else conflict loc definitions;
  mergeOne = loc: definitions:
    if length definitions == 1 then (head definitions).value
    else throw "The option `${showOption loc}' is defined multiple times while it's expected to be unique.\n\nDefinition values:${lib.showDefinitions definitions}\nUse `lib.mkForce value' or `lib.mkDefault value' to change the priority on any of these definitions.";
  mkOptionType = { name, description ? name, class ? "noun", check ? _: true, merge ? mergeEqual, getSubOptions ? _:
    { }, ... }@type:
    type // { _type = "option-type"; inherit name description class check merge getSubOptions; };

  isStringLike = value: isString value || isPath value || (isAttrs value && (value ? outPath || value ? __toString));
  values = map (definition: definition.value);
  joined = separator: _: definitions: concatStringsSep separator (values definitions);
  integer = name: description: accepts: mkOptionType { inherit name description; check = value: isInt value && accepts value; };
  # The words of a type inside those of another: what could be misread is bracketed.
  phrase = plain: type: if elem type.class plain then type.description else "(${type.description})";
  inList = phrase [ "noun" "composite" ];
  inChoice = phrase [ "noun" "conjunction" ];

  types = rec {
    inherit mkOptionType;
    raw = mkOptionType { name = "raw"; description = "raw value"; merge = mergeOne; };
    unspecified = mkOptionType {
      name = "unspecified";
      description = "unspecified value";
      merge = loc: definitions: if length definitions == 1 then (head definitions).value else anything.merge loc definitions;
    };
    anything = mkOptionType {
      name = "anything";
      merge = loc: definitions:
        if all (definition: isAttrs definition.value && !lib.isDerivation definition.value) definitions
          then (attrsOf anything).merge loc definitions
        else if all (definition: isList definition.value) definitions then lib.concatLists (values definitions)
        else mergeEqual loc definitions;
    };
    bool = mkOptionType { name = "bool"; description = "boolean"; check = isBool; };
    int = integer "int" "signed integer" (_: true);
    ints = {
      between = low: high: integer "intBetween" "integer between ${toString low} and ${toString high} (both inclusive)" (value:
        value >= low && value <= high);
      unsigned = integer "unsignedInt" "unsigned integer, meaning >=0" (value: value >= 0);
      positive = integer "positiveInt" "positive integer, meaning >0" (value: value > 0);
      u8 = unsignedBits 8 256;
      u16 = unsignedBits 16 65536;
      u32 = unsignedBits 32 4294967296;
    };
    unsignedBits = bits: limit:
      integer "unsignedInt${toString bits}" "${toString bits} bit unsigned integer; between 0 and ${toString (limit - 1)} (both inclusive)" (value: value >= 0 && value < limit);
    port = ints.u16;
    float = mkOptionType { name = "float"; description = "floating point number"; check = isFloat; };
    number = either int float;
    str = mkOptionType { name = "str"; description = "string"; check = isString; };
    nonEmptyStr = mkOptionType {
      name = "nonEmptyStr";
      description = "non-empty string";
      check = value: isString value && builtins.match "[ \t\n]*" value == null;
    };
    singleLineStr = mkOptionType {
      name = "singleLineStr";
      description = "(optionally newline-terminated) single-line string";
      check = value: isString value && builtins.match "[^\n\r]*\n?" value != null;
    };
    passwdEntry = mkOptionType {
      name = "passwdEntry string";
      description = "string, not containing newlines or colons";
      class = "clause";
      check = value: isString value && builtins.match "[^\n:]*" value != null;
    };
    strMatching = pattern: mkOptionType {
      name = "strMatching";
      description = "string matching the pattern ${pattern}";
      check = value: isString value && builtins.match pattern value != null;
    };
    separatedString = separator: mkOptionType {
      name = "separatedString";
      description = "strings concatenated with ${toJSON separator}";
      check = isString;
      merge = joined separator;
    };
    lines = separatedString "\n";
    commas = separatedString ",";
    envVar = separatedString ":";
    path = mkOptionType { name = "path"; check = value: isStringLike value && builtins.substring 0 1 (toString value) == "/"; };
    package = mkOptionType {
      name = "package";
      check = value: lib.isDerivation value || (isStringLike value && lib.hasPrefix builtins.storeDir (toString value));
      merge = mergeOne;
    };
    shellPackage = package // { check = value: lib.isDerivation value && value ? shellPath; };
    attrs = mkOptionType {
      name = "attrs";
      description = "attribute set";
      check = isAttrs;
      emptyValue = { };
      merge = _: definitions: builtins.foldl' (sum: definition: sum // definition.value) { } definitions;
    };
    enum = choices: mkOptionType {
      name = "enum";
      description =
        if length choices == 1 then "value ${lib.generators.toPretty { } (head choices)} (singular enum)"
        else "one of ${lib.concatMapStringsSep ", " (lib.generators.toPretty { }) choices}";
      class = if length choices == 1 then "noun" else "conjunction";
      check = value: elem value choices;
    };
    listOf = element: mkOptionType {
      name = "listOf";
      description = "list of ${inList element}";
      class = "composite";
      check = isList;
      emptyValue = [ ];
      merge = loc: definitions: lib.concatLists
        (lib.imap1 (n: definition: lib.concatLists
        (lib.imap1 (m: mergeEntry loc element definition.file n m) definition.value)) definitions);
      getSubOptions = prefix: element.getSubOptions (prefix ++ [ "*" ]);
    };
    mergeEntry = loc: element: file: n: m: value:
      let chosen = lib.effective [ { inherit file value; } ]; in
      if chosen == [ ] then [ ]
      else [ (lib.mergeDefinitions (loc ++ [ "[definition ${toString n}-entry ${toString m}]" ]) element chosen) ];
    nonEmptyListOf = element: listOf element // {
      description = "non-empty (${(listOf element).description})";
      check = value: isList value && value != [ ];
    };
    attrsOf = element: mkOptionType {
      name = "attrsOf";
      description = "attribute set of ${inList element}";
      class = "composite";
      check = value: isAttrs value && !lib.isDerivation value;
      emptyValue = { };
      merge = loc: definitions: mapPresent loc element (builtins.zipAttrsWith (_: found: found)
        (map (definition: builtins.mapAttrs (_: value: { inherit (definition) file; inherit value; }) definition.value) definitions));
      getSubOptions = prefix: element.getSubOptions (prefix ++ [ "<name>" ]);
    };
    lazyAttrsOf = attrsOf;
    # Members whose definitions are all under a false mkIf are left out.
    mapPresent = loc: element: found: builtins.mapAttrs (name: lib.mergeDefinitions (loc ++ [ name ]) element)
      (lib.filterAttrs (_: definitions: all (definition: !(isAttrs definition.value && definition.value ? _type)) definitions
        || lib.effective definitions != [ ]) found);
    nullOr = element: mkOptionType {
      name = "nullOr";
      description = "null or ${inChoice element}";
      class = "conjunction";
      check = value: value == null || element.check value;
      emptyValue = null;
      merge = loc: definitions:
        let nulls = filter (definition: definition.value == null) definitions; in
        if length nulls == length definitions then null
        else if nulls != [ ] then throw "The option `${showOption loc}' is defined both null and not null, in ${lib.concatMapStringsSep " and " (definition: "`${definition.file}'") definitions}."
        else element.merge loc definitions;
      getSubOptions = element.getSubOptions;
    };
    either = left: right: mkOptionType {
      name = "either";
      description = "${inChoice left} or ${inChoice right}";
      class = "conjunction";
      check = value: left.check value || right.check value;
      merge = loc: definitions:
        if all (definition: left.check definition.value) definitions then left.merge loc definitions
        else if all (definition: right.check definition.value) definitions then right.merge loc definitions
        else mergeEqual loc definitions;
    };
    oneOf = choices: builtins.foldl' either (head choices) (builtins.tail choices);
    coercedTo = from: convert: to: mkOptionType {
      name = "coercedTo";
      description = "${inList to} or ${inList from} convertible to it";
      class = "clause";
      check = value: to.check value || from.check value;
      merge = loc: definitions: to.merge loc (map (definition: definition // {
        value = if from.check definition.value then convert definition.value else definition.value;
      }) definitions);
      getSubOptions = to.getSubOptions;
    };
    uniq = element: element // { merge = mergeOne; };
    submodule = modules: submoduleWith { modules = lib.toList modules; };
    submoduleWith = { modules, specialArgs ? { }, shorthandOnlyDefinesConfig ? true, ... }:
      let
        evaluated = prefix: definitions: lib.evalModules {
          inherit prefix;
          specialArgs = specialArgs // { name = lib.last prefix; };
          modules = modules ++ map asModule definitions;
        };
        asModule = definition:
          if isAttrs definition.value && shorthandOnlyDefinesConfig then { _file = definition.file; config = definition.value; }
          else { _file = definition.file; imports = [ definition.value ]; };
      in
      mkOptionType {
        name = "submodule";
        description = "submodule";
        class = "clause";
        check = value: isAttrs value || isFunction value || isPath value;
        emptyValue = { };
        merge = loc: definitions: builtins.removeAttrs (evaluated loc definitions).config [ "_module" ];
        getSubOptions = prefix: builtins.removeAttrs (lib.evalModules {
          inherit modules prefix;
          specialArgs = specialArgs // { name = "<name>"; };
        }).options [ "_module" ];
      };
  };
in
types
