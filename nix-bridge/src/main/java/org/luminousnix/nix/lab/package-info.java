/// A real Nix with a small NixOS below one directory, for machines that have none and for tests: packages, options, builds,
/// generations and switches are true, only small. [org.luminousnix.nix.lab.Lab] is the entry point.
package org.luminousnix.nix.lab;
