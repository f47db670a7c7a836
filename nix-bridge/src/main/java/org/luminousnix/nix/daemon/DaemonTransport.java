package org.luminousnix.nix.daemon;

import java.io.InputStream;
import java.io.OutputStream;

/// Two streams to one daemon.
///
/// [#close] may be called by any thread at any time, and ends what others read and write; it throws nothing and returns soon.
public interface DaemonTransport extends AutoCloseable
{
    /// Returns what the daemon sends.
    InputStream input();

    /// Returns where the daemon listens.
    OutputStream output();

    /// Returns what the daemon said aside, for error messages; empty if nothing.
    default String complaints()
    {
        return "";
    }

    @Override
    void close();
}
