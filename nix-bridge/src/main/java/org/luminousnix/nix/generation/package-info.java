/// Generations of profiles, read from links without root and without lock, and what differs between two of them.
package org.luminousnix.nix.generation;
