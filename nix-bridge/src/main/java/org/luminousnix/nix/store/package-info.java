/// Values of the Nix store, without any I/O: paths, hashes, what a path's record says, derivations, the graph of references.
///
/// Everything checks itself when it is made. Entry points: [org.luminousnix.nix.store.StoreDirectory] reads and writes full paths,
/// [org.luminousnix.nix.store.ClosureGraph] answers questions about references,
/// [org.luminousnix.nix.store.ClosureDifference] compares two closures as a person would.
package org.luminousnix.nix.store;
