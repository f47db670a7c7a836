# The package set of the lab, called as nixpkgs is: import <nixpkgs> { config = …; overlays = …; system = …; }.
import ./pkgs
