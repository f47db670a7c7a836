# Makes a package of one row of a set: [ version licence homepage description { exceptions } ]. It builds in milliseconds
# to programs that print its name and version.
#
# Exceptions: pname, mainProgram, programs (none for a library), name, knownVulnerabilities, broken, passthru.
{ lib, allow, system }:
attribute: row: position:
let
  exceptions = if builtins.length row > 4 then builtins.elemAt row 4 else { };
  version = builtins.elemAt row 0;
  pname = exceptions.pname or attribute;
  mainProgram = exceptions.mainProgram or pname;
  programs = exceptions.programs or [ mainProgram ];
  licenses = map (id: lib.licenses.${id} or (throw "${attribute}: no licence ${id}")) (lib.toList (builtins.elemAt row 1));
  vulnerabilities = exceptions.knownVulnerabilities or [ ];
  broken = exceptions.broken or false;
  insecure = vulnerabilities != [ ];
  unfree = !lib.all (license: license.free) licenses;
  name = exceptions.name or "${pname}-${version}";
  meta = {
    inherit broken insecure unfree name;
    available = !(broken || insecure || unfree);
    unsupported = false;
    description = builtins.elemAt row 3;
    homepage = builtins.elemAt row 2;
    license = if builtins.length licenses == 1 then builtins.head licenses else licenses;
    outputsToInstall = [ "out" ];
    platforms = lib.platforms.linux;
    maintainers = [ ];
    position = "${position.file}:${toString position.line}";
  } // lib.optionalAttrs (programs != [ ]) { inherit mainProgram; }
    // lib.optionalAttrs insecure { knownVulnerabilities = vulnerabilities; };
  derivation = builtins.derivation {
    inherit name pname version programs system;
    builder = "/bin/sh";
    PATH = "/usr/bin:/bin:/run/current-system/sw/bin";
    args = [ "-euc" script ];
  };
  script = ''
    mkdir -p $out/share/doc/$pname
    echo "$pname $version" > $out/share/doc/$pname/README
    [ -z "$programs" ] && exit 0
    mkdir $out/bin
    for program in $programs; do
      printf '#!/bin/sh\necho "%s %s"\n' "$pname" "$version" > "$out/bin/$program"
    done
    chmod +x $out/bin/*
  '';
  package = {
    type = "derivation";
    inherit name pname version system meta programs;
    outputName = "out";
    outputs = [ "out" ];
    out = package;
    all = [ package ];
    drvPath = allow package derivation.drvPath;
    outPath = allow package derivation.outPath;
    override = _: package;
    passthru = exceptions.passthru or { };
  } // exceptions.passthru or { };
in
package
