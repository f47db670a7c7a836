package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonArray;
import org.luminousnix.protocol.JsonWriter;
import org.luminousnix.protocol.LineReader;
import org.luminousnix.protocol.LineReader.Line;
import org.luminousnix.protocol.RpcException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.BUSY;
import static org.luminousnix.protocol.ErrorCode.INVALID_REQUEST;
import static org.luminousnix.protocol.RpcException.rpcException;

/// One connection: reads lines, has each request answered on a virtual thread of its own, writes the answers as they are
/// ready.
final class Connection implements Runnable
{
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final String CANCEL = "$/cancel";

    private final SocketChannel channel;
    private final MethodTable methods;
    private final Limits limits;
    private final Outbox outbox;
    private final ConnectedPeer peer;
    private final RateLimit rate;
    private final Semaphore outstanding;
    private final Semaphore running;
    // By id; of two requests with one id, which is the client's mistake, the later one can be cancelled.
    private final Map<Json, Call> calls = new ConcurrentHashMap<>();

    Connection(SocketChannel channel, MethodTable methods, Limits limits) throws IOException
    {
        this.channel = requireNonNull(channel, "channel is null");
        this.methods = requireNonNull(methods, "methods is null");
        this.limits = requireNonNull(limits, "limits is null");
        this.outbox = new Outbox(channel, limits.queuedBytes(), this::drop);
        this.peer = ConnectedPeer.of(channel, outbox);
        this.rate = new RateLimit(limits.requestsPerSecond(), System::nanoTime);
        this.outstanding = new Semaphore(limits.outstanding());
        this.running = new Semaphore(limits.running(), true);
    }

    /// Serves the connection to its end.
    @Override
    public void run()
    {
        try {
            readAll();
            finish(limits.linger());
        }
        catch (IOException e) {
            LOG.debug("Connection of {} ended: {}", peer.user(), e.getMessage());
        }
        catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        finally {
            calls.values().forEach(Call::cancel);
            drop();
            peer.close();
        }
    }

    /// Reads no more; what was read is still answered.
    void stopReading()
    {
        try {
            channel.shutdownInput();
        }
        catch (IOException _) {
            drop();
        }
    }

    /// Closes the channel at once.
    void drop()
    {
        try {
            channel.close();
        }
        catch (IOException e) {
            LOG.debug("Closing a connection failed: {}", e.getMessage());
        }
    }

    /// Drops the peer when it leaves what is written to it unread for too long.
    void dropIfStalled(long nanoTime)
    {
        if (outbox.isStalled(nanoTime, limits.writeTimeout())) {
            LOG.info("Dropped a connection of {}: it does not read", peer.user());
            drop();
        }
    }

    private void readAll() throws IOException
    {
        LineReader lines = new LineReader(channel, limits.lineBytes());
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            receive(line.get());
        }
    }

    private void finish(Duration patience) throws InterruptedException
    {
        if (outstanding.tryAcquire(limits.outstanding(), patience.toNanos(), TimeUnit.NANOSECONDS)) {
            outbox.flush(limits.writeTimeout());
        }
    }

    private void receive(Line line)
    {
        switch (line) {
            case Line.TooLong(long length) -> post(Messages.error(Messages.detailed(INVALID_REQUEST, "Invalid Request",
                    "the line has %d bytes, and %d are allowed".formatted(length, limits.lineBytes()))));
            case Line.Complete complete -> receive(complete);
        }
    }

    private void receive(Line.Complete line)
    {
        Json message;
        try {
            message = line.json();
        }
        catch (RpcException e) {
            post(Messages.error(new RpcException(e.code(), "Parse error", e.data())));
            return;
        }
        if (message instanceof JsonArray batch) {
            receiveBatch(batch.items());
        }
        else {
            receive(Incoming.of(message), answer -> answer.ifPresent(this::send));
        }
    }

    private void receiveBatch(List<Json> messages)
    {
        if (messages.isEmpty()) {
            post(Messages.error(Incoming.invalid()));
            return;
        }
        Batch batch = new Batch(messages.size(), this::send);
        for (Json message : messages) {
            receive(Incoming.of(message), batch);
        }
    }

    private void receive(Incoming incoming, Consumer<Optional<Json>> answers)
    {
        switch (incoming) {
            case Incoming.Malformed(RpcException error) -> answers.accept(Optional.of(Messages.error(error)));
            case Incoming.Request request when request.id().isEmpty() && request.method().equals(CANCEL) -> {
                request.params().flatMap(params -> params.get("id")).map(calls::get).ifPresent(Call::cancel);
                answers.accept(Optional.empty());
            }
            case Incoming.Request request -> start(new Call(request, answers));
        }
    }

    private void start(Call call)
    {
        if (!rate.pass(1)) {
            call.fail(rpcException(BUSY, "More than %s requests a second; send fewer", limits.requestsPerSecond()));
            return;
        }
        if (!outstanding.tryAcquire()) {
            call.fail(rpcException(BUSY, "More than %s requests wait for their answer; wait for some", limits.outstanding()));
            return;
        }
        call.request().id().ifPresent(id -> calls.put(id, call));
        Thread worker = Thread.ofVirtual().unstarted(() -> work(call));
        call.workOn(worker);
        worker.start();
    }

    private void work(Call call)
    {
        try {
            running.acquire();
            try {
                answer(call);
            }
            finally {
                running.release();
            }
        }
        catch (InterruptedException _) {
            call.cancel();
        }
        finally {
            call.request().id().ifPresent(id -> calls.remove(id, call));
            outstanding.release();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // Whatever a method throws is answered; what is not meant for people is logged.
    private void answer(Call call)
    {
        Json result;
        try {
            result = CurrentPeer.call(peer, () -> methods.call(call.request().method(), call.request().params()));
        }
        catch (Throwable thrown) {
            call.fail(thrown);
            return;
        }
        call.succeed(result);
    }

    private void send(Json answer)
    {
        outbox.send(JsonWriter.line(answer));
    }

    // For the thread that reads, which must not wait for the peer to read.
    private void post(Json answer)
    {
        outbox.post(JsonWriter.line(answer));
    }
}
