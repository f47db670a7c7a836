# The functions that make a store path of a text or of several packages.
{ lib, self, system }:
rec {
  runCommand = name: variables: script:
    let
      drv = builtins.derivation ({
        inherit name system;
        builder = "/bin/sh";
        PATH = "/usr/bin:/bin:/run/current-system/sw/bin";
        args = [ "-euc" script ];
      } // removeAttrs variables [ "meta" ]);
    in
    drv // {
      meta = {
        description = "Made for one configuration";
        platforms = lib.platforms.linux;
        unfree = false;
      } // variables.meta or { };
    };
  runCommandLocal = runCommand;

  writeText = name: text: writeTextFile { inherit name text; };
  writeTextDir = path: text: writeTextFile { name = baseNameOf path; destination = "/${path}"; inherit text; };
  writeTextFile = { name, text, executable ? false, destination ? "" }: runCommand name { inherit text destination; } ''
    file="$out$destination"
    mkdir -p "$(dirname "$file")"
    printf '%s' "$text" > "$file"
    ${lib.optionalString executable ''chmod +x "$file"''}
  '';
  writeScript = name: text: writeTextFile { inherit name text; executable = true; };
  writeScriptBin = name: text: writeTextFile {
    inherit name text;
    executable = true;
    destination = "/bin/${name}";
  } // { pname = name; version = ""; meta = { mainProgram = name; }; };
  writeShellScript = name: text: writeScript name "#!/bin/sh\n${text}\n";
  writeShellScriptBin = name: text: writeScriptBin name "#!/bin/sh\n${text}\n";
  writeShellApplication = { name, text, runtimeInputs ? [ ], ... }:
    writeShellScriptBin name (lib.optionalString (runtimeInputs != [ ]) "export PATH=${lib.concatMapStringsSep ":" (package: "${package}/bin") runtimeInputs}:$PATH\n" + text);

  # The programs and documents of several packages in one directory of links.
  buildEnv = { name, paths, ignoreCollisions ? false, pathsToLink ? [ "/bin" "/share" ], extraOutputsToInstall ? [ ], postBuild ? "", meta ? { } }:
    runCommand name { paths = map toString (lib.unique (lib.filter (path: path != null) paths)); ignoreCollisions = lib.boolToString ignoreCollisions; inherit meta; } ''
      mkdir -p $out/bin
      for path in $paths; do
        new=
        for program in "$path"/bin/*; do
          name="''${program##*/}"
          [ -e "$program" ] || continue
          if [ ! -e "$out/bin/$name" ]; then
            new="$new $program"
          elif [ "$ignoreCollisions" = true ]; then
            echo "pkgs.buildEnv warning: colliding subpath (ignored): \`$program' and \`$(readlink "$out/bin/$name")'" >&2
          else
            echo "pkgs.buildEnv error: two given paths contain a conflicting subpath:" >&2
            echo "  \`$program' and" >&2
            echo "  \`$(readlink "$out/bin/$name")'" >&2
            echo "hint: this may be caused by two different versions of the same package in buildEnv's \`paths\` parameter" >&2
            exit 1
          fi
        done
        [ -z "$new" ] || ln -s $new $out/bin/
      done
      ${postBuild}
    '';
  symlinkJoin = { name, paths, postBuild ? "" }: buildEnv { inherit name paths postBuild; };
  mkShell = { packages ? [ ], buildInputs ? [ ], nativeBuildInputs ? [ ], name ? "nix-shell", shellHook ? "", ... }:
    buildEnv { inherit name; paths = packages ++ buildInputs ++ nativeBuildInputs; ignoreCollisions = true; } // { inherit shellHook; };
}
