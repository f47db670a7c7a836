/// What a child process may see and change: bubblewrap profiles as values. Starts nothing itself; the package `process` does.
package org.luminousnix.nix.sandbox;
