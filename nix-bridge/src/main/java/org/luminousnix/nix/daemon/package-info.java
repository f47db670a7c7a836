/// The worker protocol of the Nix daemon, spoken natively: 1.34 to 1.38, over the daemon's socket or to a kept child.
///
/// In layers: [org.luminousnix.nix.daemon.WireReader] and [org.luminousnix.nix.daemon.WireWriter] know the primitives,
/// [org.luminousnix.nix.daemon.WorkerOperations] has one entry for each operation,
/// [org.luminousnix.nix.daemon.DaemonConnection] runs them one after another over a [org.luminousnix.nix.daemon.DaemonTransport],
/// [org.luminousnix.nix.daemon.DaemonPool] keeps connections, and [org.luminousnix.nix.daemon.NixStore] answers questions.
///
/// A connection is dropped after any error, since the protocol does not tell which errors leave it in step.
package org.luminousnix.nix.daemon;
