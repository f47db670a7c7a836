/// Builds of derivations by Nix, with their progress, their outcome as a value, and an end that leaves nothing running.
package org.luminousnix.nix.build;
