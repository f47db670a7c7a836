/// Measurements against the commands of Nix, run by `.ci/bench`.
package org.luminousnix.nix.benchmark;
