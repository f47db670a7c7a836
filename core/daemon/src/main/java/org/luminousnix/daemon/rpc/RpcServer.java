package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.JsonWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.BUSY;
import static org.luminousnix.protocol.RpcException.rpcException;

/// The daemon's ear: listens on a Unix socket and answers JSON-RPC 2.0, one object a line.
public final class RpcServer implements AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(RpcServer.class);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int CHECKS_PER_TIMEOUT = 4;

    private final SocketFile socket;
    private final Limits limits;
    private final MethodTable methods;
    private final Map<Connection, Thread> connections = new ConcurrentHashMap<>();
    private final Timer watch = new Timer("slow-readers", true);
    private final AtomicBoolean closing = new AtomicBoolean();

    private RpcServer(SocketFile socket, Limits limits, MethodTable methods)
    {
        this.socket = socket;
        this.limits = limits;
        this.methods = methods;
    }

    /// Begins to listen.
    ///
    /// @param handlers the objects that implement the interfaces of this package; only their methods exist
    /// @throws IOException with a message for people, when the socket cannot be bound
    public static RpcServer open(Path path, Limits limits, List<?> handlers) throws IOException
    {
        requireNonNull(limits, "limits is null");
        MethodTable methods = MethodTable.of(handlers);
        RpcServer server = new RpcServer(SocketFile.bind(path), limits, methods);
        Thread.ofPlatform().name("connections").daemon().start(server::acceptAll);
        server.watchReaders();
        return server;
    }

    /// Returns the methods that are answered.
    public MethodTable methods()
    {
        return methods;
    }

    /// Returns how many connections there are.
    public int connections()
    {
        return connections.size();
    }

    /// Ends: no new connections, no new requests; what is being answered has two seconds; then everything is closed.
    @Override
    public void close() throws IOException
    {
        // A second time would remove the socket of whoever came after us.
        if (closing.getAndSet(true)) {
            return;
        }
        watch.cancel();
        socket.close();
        connections.keySet().forEach(Connection::stopReading);
        long end = System.nanoTime() + GRACE.toNanos();
        try {
            for (Thread thread : List.copyOf(connections.values())) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        }
        catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        connections.keySet().forEach(Connection::drop);
    }

    private void acceptAll()
    {
        while (!closing.get()) {
            try {
                accept(socket.channel().accept());
            }
            catch (IOException e) {
                if (!closing.get()) {
                    LOG.warn("A connection could not be accepted: {}", e.getMessage());
                    // As with too many open files: it will be no better at once.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            }
        }
    }

    private void accept(SocketChannel channel) throws IOException
    {
        if (connections.size() >= limits.connections()) {
            try (channel) {
                channel.write(ByteBuffer.wrap(JsonWriter.line(Messages.error(
                        rpcException(BUSY, "More than %s connections; try again when some are closed", limits.connections())))));
            }
            return;
        }
        Connection connection;
        try {
            connection = new Connection(channel, methods, limits);
        }
        catch (IOException e) {
            channel.close();
            throw e;
        }
        Thread thread = Thread.ofVirtual().unstarted(() -> serve(connection));
        connections.put(connection, thread);
        thread.start();
    }

    private void serve(Connection connection)
    {
        try {
            connection.run();
        }
        finally {
            connections.remove(connection);
        }
    }

    private void watchReaders()
    {
        long period = Math.max(1, limits.writeTimeout().toMillis() / CHECKS_PER_TIMEOUT);
        watch.schedule(new TimerTask()
        {
            @Override
            public void run()
            {
                long now = System.nanoTime();
                connections.keySet().forEach(connection -> connection.dropIfStalled(now));
            }
        }, period, period);
    }
}
