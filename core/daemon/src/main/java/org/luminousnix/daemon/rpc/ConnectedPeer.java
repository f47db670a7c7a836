package org.luminousnix.daemon.rpc;

import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.luminousnix.protocol.JsonWriter;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// The peer of a connection, by the credentials that the kernel kept when it connected (unix(7), SO_PEERCRED).
final class ConnectedPeer implements Peer
{
    private final UnixDomainPrincipal credentials;
    private final Outbox outbox;
    private final List<Runnable> actions = new ArrayList<>();
    private boolean closed;

    private ConnectedPeer(UnixDomainPrincipal credentials, Outbox outbox)
    {
        this.credentials = credentials;
        this.outbox = outbox;
    }

    static ConnectedPeer of(SocketChannel channel, Outbox outbox) throws IOException
    {
        return new ConnectedPeer(channel.getOption(ExtendedSocketOptions.SO_PEERCRED), outbox);
    }

    @Override
    public String user()
    {
        return credentials.user().getName();
    }

    @Override
    public String group()
    {
        return credentials.group().getName();
    }

    @Override
    public synchronized boolean isOpen()
    {
        return !closed;
    }

    @Override
    public void notify(String method, Object params)
    {
        outbox.post(JsonWriter.line(Messages.notification(method, params)));
    }

    @Override
    public void whenClosed(Runnable action)
    {
        if (!keep(action)) {
            action.run();
        }
    }

    void close()
    {
        for (Runnable action : closing()) {
            action.run();
        }
    }

    private synchronized boolean keep(Runnable action)
    {
        if (!closed) {
            actions.add(action);
        }
        return !closed;
    }

    private synchronized List<Runnable> closing()
    {
        closed = true;
        List<Runnable> taken = List.copyOf(actions);
        actions.clear();
        return taken;
    }
}
