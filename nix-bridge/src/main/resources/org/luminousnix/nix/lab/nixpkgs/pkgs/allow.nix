# Which packages may be evaluated, and the words of a refusal.
{ lib, config }:
let
  switchedOn = variable: builtins.getEnv variable == "1";
  allowUnfree = config.allowUnfree or false || switchedOn "NIXPKGS_ALLOW_UNFREE";
  allowBroken = config.allowBroken or false || switchedOn "NIXPKGS_ALLOW_BROKEN";
  allowInsecure = switchedOn "NIXPKGS_ALLOW_INSECURE";
  allowsUnfree = config.allowUnfreePredicate or (_: false);
  allowsInsecure = config.allowInsecurePredicate or (package:
    builtins.elem package.name (config.permittedInsecurePackages or [ ]));

  ways = what: variable: setting: more: ''
    a) To temporarily allow ${what} packages, you can use an environment variable
       for a single invocation of the nix tools.

         $ export ${variable}=1

       Note: When using `nix shell`, `nix build`, `nix develop`, etc with a flake,
             then pass `--impure` in order to allow use of environment variables.

    b) For `nixos-rebuild` you can set
      { nixpkgs.config.${setting} }
    in configuration.nix to override this.
    ${more}
    c) For `nix-env`, `nix-build`, `nix-shell` or any other Nix command you can add
      { ${setting} }
    to ~/.config/nixpkgs/config.nix.
  '';
  predicate = package: ''

    Alternatively you can configure a predicate to allow specific packages:
      { nixpkgs.config.allowUnfreePredicate = pkg: builtins.elem (lib.getName pkg) [
          "${lib.getName package}"
        ];
      }
  '';
  known = package: ''
    Known issues:
    ${lib.concatMapStrings (issue: " - ${issue}\n") package.meta.knownVulnerabilities}
    You can install it anyway by allowing this package, using the
    following methods:

    a) To temporarily allow all insecure packages, you can use an environment
       variable for a single invocation of the nix tools:

         $ export NIXPKGS_ALLOW_INSECURE=1

    b) for `nixos-rebuild` you can add ‘${package.name}’ to
       `nixpkgs.config.permittedInsecurePackages` in the configuration.nix,
       like so:

         {
           nixpkgs.config.permittedInsecurePackages = [
             "${package.name}"
           ];
         }

    c) For `nix-env`, `nix-build`, `nix-shell` or any other Nix command you can add
       ‘${package.name}’ to `permittedInsecurePackages` in
       ~/.config/nixpkgs/config.nix.
  '';
  refuse = package: reason: help:
    throw "Package ‘${package.name}’ in ${package.meta.position} ${reason}, refusing to evaluate.\n\n${help}";
  licenses = package: lib.concatMapStringsSep ", " (license: license.shortName) (lib.toList package.meta.license);
in
# Returns the value if the package may be used.
package: value:
if package.meta.unfree && !allowUnfree && !allowsUnfree package then
  refuse package "has an unfree license (‘${licenses package}’)" (ways "unfree" "NIXPKGS_ALLOW_UNFREE" "allowUnfree = true;" (predicate package))
else if package.meta.broken && !allowBroken then
  refuse package "is marked as broken" (ways "broken" "NIXPKGS_ALLOW_BROKEN" "allowBroken = true;" "")
else if package.meta.insecure && !allowInsecure && !allowsInsecure package then
  refuse package "is marked as insecure" (known package)
else value
