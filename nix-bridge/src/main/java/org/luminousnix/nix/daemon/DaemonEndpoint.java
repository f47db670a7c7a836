package org.luminousnix.nix.daemon;

/// A place where a daemon can be reached, as often as wanted.
@FunctionalInterface
public interface DaemonEndpoint
{
    /// Opens one more connection.
    ///
    /// @throws org.luminousnix.nix.NixException DAEMON_UNREACHABLE or PROCESS_MISSING if there is no daemon
    DaemonTransport open();
}
