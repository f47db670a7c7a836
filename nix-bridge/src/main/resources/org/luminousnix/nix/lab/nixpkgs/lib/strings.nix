rec {
  inherit (builtins) concatStringsSep hasContext isString match replaceStrings split stringLength substring toJSON;
  concatStrings = concatStringsSep "";
  concatMapStrings = f: xs: concatStrings (map f xs);
  concatMapStringsSep = separator: f: xs: concatStringsSep separator (map f xs);
  concatLines = concatMapStrings (line: line + "\n");
  optionalString = condition: text: if condition then text else "";
  hasPrefix = prefix: text: substring 0 (stringLength prefix) text == prefix;
  hasSuffix = suffix: text:
    stringLength text >= stringLength suffix && substring (stringLength text - stringLength suffix) (-1) text == suffix;
  hasInfix = infix: text: replaceStrings [ infix ] [ "" ] text != text;
  removePrefix = prefix: text: if hasPrefix prefix text then substring (stringLength prefix) (-1) text else text;
  removeSuffix = suffix: text: if hasSuffix suffix text then substring 0 (stringLength text - stringLength suffix) text else text;
  splitString = separator: text:
    builtins.filter isString (split (escapeRegex separator) text);
  escapeRegex = builtins.replaceStrings (characters ''\[{()^$?*+|.'') (map (c: "\\" + c) (characters ''\[{()^$?*+|.''));
  characters = text: builtins.genList (n: substring n 1 text) (stringLength text);
  escapeShellArg = value: "'" + replaceStrings [ "'" ] [ "'\\''" ] (toString value) + "'";
  escapeShellArgs = concatMapStringsSep " " escapeShellArg;
  boolToString = value: if value then "true" else "false";
  toLower = replaceStrings (characters "ABCDEFGHIJKLMNOPQRSTUVWXYZ") (characters "abcdefghijklmnopqrstuvwxyz");
  toUpper = replaceStrings (characters "abcdefghijklmnopqrstuvwxyz") (characters "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  fileContents = file: removeSuffix "\n" (builtins.readFile file);
  toInt = text: let value = builtins.fromJSON text; in if builtins.isInt value then value else throw "Could not convert ${text} to int.";
  versionOlder = left: right: builtins.compareVersions right left == 1;
  versionAtLeast = left: right: !versionOlder left right;
  getName = package: if isString package then (builtins.parseDrvName package).name else package.pname or (builtins.parseDrvName package.name).name;
  getVersion = package: if isString package then (builtins.parseDrvName package).version else package.version;
}
