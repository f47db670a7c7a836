package org.luminousnix.daemon.rpc;

/// The other end of a connection.
public interface Peer
{
    /// Returns the account, as the kernel names it: its name, or its number where it has none.
    String user();

    /// Returns the primary group of the account, as the kernel names it.
    String group();

    /// Returns whether the connection stands.
    boolean isOpen();

    /// Sends a notification. Never waits: a peer that does not read is disconnected.
    ///
    /// @param params a record of the protocol
    void notify(String method, Object params);

    /// Runs an action once when the connection ends, or now when it has.
    void whenClosed(Runnable action);
}
