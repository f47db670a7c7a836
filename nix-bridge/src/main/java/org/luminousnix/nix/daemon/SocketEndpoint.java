package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixLayout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.DAEMON_UNREACHABLE;
import static org.luminousnix.nix.NixException.nixException;

/// The Unix socket of a daemon that runs.
public record SocketEndpoint(Path socket) implements DaemonEndpoint
{
    public SocketEndpoint
    {
        requireNonNull(socket, "socket is null");
    }

    /// Returns the socket of a Nix, where `NIX_DAEMON_SOCKET_PATH` does not say otherwise.
    public static SocketEndpoint of(NixLayout layout)
    {
        String named = layout.environment().get("NIX_DAEMON_SOCKET_PATH");
        return new SocketEndpoint(named == null ? layout.state().resolve("daemon-socket/socket") : Path.of(named));
    }

    @Override
    public DaemonTransport open()
    {
        try {
            var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
            }
            catch (IOException e) {
                channel.close();
                throw e;
            }
            return new SocketTransport(channel);
        }
        catch (IOException e) {
            throw nixException(DAEMON_UNREACHABLE, e, "cannot reach the Nix daemon at %s: %s", socket, e.getMessage());
        }
    }

    private record SocketTransport(SocketChannel channel, InputStream input, OutputStream output) implements DaemonTransport
    {
        SocketTransport(SocketChannel channel)
        {
            this(channel, Channels.newInputStream(channel), Channels.newOutputStream(channel));
        }

        @Override
        public void close()
        {
            try {
                channel.close();
            }
            catch (IOException _) {
                // The daemon is gone already, which is what closing is for.
            }
        }
    }
}
