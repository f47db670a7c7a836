# A value as Nix text, as it is shown in the messages about definitions; ten levels deep.
let
  inherit (builtins) attrNames concatStringsSep isAttrs isBool isFloat isFunction isInt isList isPath isString replaceStrings toJSON;
  quote = text: "\"" + replaceStrings [ "\\" "\"" "\${" "\n" ] [ "\\\\" "\\\"" "\\\${" "\\n" ] text + "\"";
  name = text: if builtins.match "[a-zA-Z_][a-zA-Z0-9_'-]*" text == null then quote text else text;
  block = indent: open: close: lines:
    if lines == [ ] then "${open} ${close}"
    else "${open}\n" + concatStringsSep "" (map (line: "${indent}  ${line}\n") lines) + indent + close;
  print = depth: indent: value:
    if depth == 0 then "<unevaluated>"
    else if isString value then quote value
    else if isBool value then (if value then "true" else "false")
    else if value == null then "null"
    else if isInt value || isFloat value then toJSON value
    else if isPath value then toString value
    else if isFunction value then "<function>"
    else if isList value then block indent "[" "]" (map (print (depth - 1) "${indent}  ") value)
    else if value.type or null == "derivation" then "<derivation ${value.name or "???"}>"
    else block indent "{" "}" (map (key: "${name key} = ${print (depth - 1) "${indent}  " value.${key}};") (attrNames value));
in
print 10 ""
