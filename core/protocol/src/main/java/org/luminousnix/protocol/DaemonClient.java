package org.luminousnix.protocol;

import org.luminousnix.protocol.DaemonUnreachableException.Reason;
import org.luminousnix.protocol.Json.JsonObject;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.DaemonUnreachableException.Reason.BAD_PATH;
import static org.luminousnix.protocol.DaemonUnreachableException.Reason.DENIED;
import static org.luminousnix.protocol.DaemonUnreachableException.Reason.LOST;
import static org.luminousnix.protocol.DaemonUnreachableException.Reason.NOT_RUNNING;

/// A connection to the daemon. May be used by many threads at once; requests are sent as they come and answers are
/// matched to them by id.
///
/// An error that the daemon answers is thrown as [RpcException]; that it cannot be reached, or not any more, as
/// [DaemonUnreachableException].
public final class DaemonClient implements AutoCloseable
{
    private static final int LONGEST_ANSWER = 1 << 28;

    private final SocketChannel channel;
    private final NotificationListener listener;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<Long, PendingCall> pending = new HashMap<>();
    private long lastId;
    private boolean closed;

    private DaemonClient(SocketChannel channel, NotificationListener listener)
    {
        this.channel = channel;
        this.listener = requireNonNull(listener, "listener is null");
    }

    /// Connects, ignoring notifications.
    public static DaemonClient connect(Path socket)
    {
        return connect(socket, (_, _) -> {});
    }

    /// Connects.
    ///
    /// @param listener is told notifications, one after the other, on a thread of the connection; it must not wait for
    /// answers of this client, which come on the same thread; what it throws ends the connection
    public static DaemonClient connect(Path socket, NotificationListener listener)
    {
        Optional<String> problem = SocketAddresses.problem(socket);
        if (problem.isPresent()) {
            throw new DaemonUnreachableException(BAD_PATH, problem.get());
        }
        DaemonClient client = new DaemonClient(open(socket), listener);
        // A platform thread: the first virtual thread of a process costs a scheduler.
        Thread reader = new Thread(client::readAll, "daemon-answers");
        reader.setDaemon(true);
        reader.start();
        return client;
    }

    private static SocketChannel open(Path socket)
    {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket));
        }
        catch (ConnectException e) {
            throw new DaemonUnreachableException(NOT_RUNNING, "no daemon listens on " + socket + ": " + e.getMessage());
        }
        catch (IOException e) {
            Reason reason = Files.exists(socket) || isHidden(socket) ? DENIED : NOT_RUNNING;
            throw new DaemonUnreachableException(reason, "cannot connect to " + socket + ": " + e.getMessage());
        }
    }

    private static boolean isHidden(Path socket)
    {
        return !Files.exists(socket) && !Files.notExists(socket);
    }

    /// Calls a method and waits for its answer, however long it takes.
    ///
    /// @param params an object of the parameters by name
    public Json call(String method, JsonObject params)
    {
        return send(method, params).await();
    }

    /// Calls a method and waits for its answer.
    public <T> T call(String method, JsonObject params, Class<T> type)
    {
        return Wire.read(call(method, params), type);
    }

    /// Calls a method and waits for its answer; after `timeout` the request is cancelled and
    /// [DaemonUnreachableException] is thrown.
    public <T> T call(String method, JsonObject params, Class<T> type, Duration timeout)
    {
        return Wire.read(send(method, params).await(timeout), type);
    }

    /// Sends a request without waiting for its answer.
    public PendingCall send(String method, JsonObject params)
    {
        PendingCall call = register();
        JsonObject request = Json.object()
                .put("jsonrpc", "2.0")
                .put("id", call.id())
                .put("method", method)
                .put("params", params)
                .build();
        write(request);
        return call;
    }

    /// Sends a notification: there will be no answer.
    public void notify(String method, JsonObject params)
    {
        write(Json.object().put("jsonrpc", "2.0").put("method", method).put("params", params).build());
    }

    /// Returns whether the connection stands.
    public boolean isOpen()
    {
        synchronized (pending) {
            return !closed;
        }
    }

    /// Closes the connection; calls that wait end with [DaemonUnreachableException].
    @Override
    public void close()
    {
        try {
            channel.close();
        }
        catch (IOException _) {
            // Nothing is left to be done with a channel that cannot be closed.
        }
        lose("the connection to the daemon was closed");
    }

    void forget(PendingCall call)
    {
        synchronized (pending) {
            pending.remove(call.id());
        }
    }

    private PendingCall register()
    {
        synchronized (pending) {
            if (closed) {
                throw new DaemonUnreachableException(LOST, "the connection to the daemon is closed");
            }
            PendingCall call = new PendingCall(this, ++lastId);
            pending.put(call.id(), call);
            return call;
        }
    }

    private void write(JsonObject message)
    {
        ByteBuffer line = ByteBuffer.wrap(JsonWriter.line(message));
        writing.lock();
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        }
        catch (IOException e) {
            lose("the connection to the daemon broke: " + e.getMessage());
            throw new DaemonUnreachableException(LOST, "the connection to the daemon broke: " + e.getMessage());
        }
        finally {
            writing.unlock();
        }
    }

    private void readAll()
    {
        LineReader lines = new LineReader(channel, LONGEST_ANSWER);
        try {
            Optional<LineReader.Line> line = lines.next();
            while (line.isPresent()) {
                if (line.get() instanceof LineReader.Line.Complete complete) {
                    receive(complete.json());
                }
                line = lines.next();
            }
            lose("the daemon closed the connection");
        }
        catch (IOException | RuntimeException e) {
            lose("the connection to the daemon broke: " + e.getMessage());
        }
    }

    private void receive(Json message)
    {
        Optional<Json> id = message.get("id");
        Optional<String> method = message.get("method").flatMap(Json::text);
        if (method.isPresent() && id.isEmpty()) {
            listener.received(method.get(), message.get("params").orElseGet(Json::ofNull));
        }
        else if (id.isPresent() && id.get() instanceof Json.JsonNumber number) {
            take(number).ifPresent(call -> call.complete(message));
        }
    }

    private Optional<PendingCall> take(Json.JsonNumber id)
    {
        synchronized (pending) {
            return id.longValue().map(pending::remove);
        }
    }

    private void lose(String message)
    {
        List<PendingCall> left;
        synchronized (pending) {
            closed = true;
            left = new ArrayList<>(pending.values());
            pending.clear();
        }
        for (PendingCall call : left) {
            call.lose(message);
        }
    }

    /// Is told notifications of the daemon.
    @FunctionalInterface
    public interface NotificationListener
    {
        /// Is called for each notification, in order.
        void received(String method, Json params);
    }
}
