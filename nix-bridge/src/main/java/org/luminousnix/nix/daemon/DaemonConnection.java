package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.activity.LogEvent;
import org.luminousnix.nix.store.StoreDirectory;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.DAEMON_CANCELLED;
import static org.luminousnix.nix.NixErrorCode.DAEMON_TIMEOUT;
import static org.luminousnix.nix.NixErrorCode.DAEMON_UNREACHABLE;
import static org.luminousnix.nix.NixException.nixException;

/// One connection to a daemon, that answers one request after another.
///
/// - Requests may come from one thread at a time; [#close] from any, and it cancels what is being worked on.
/// - After whatever went wrong it is closed and no longer [#usable], since the protocol does not tell what leaves it in step.
/// - Failures: DAEMON_ERROR if the daemon refused or failed, DAEMON_UNREACHABLE if it hung up, DAEMON_TIMEOUT if it did not answer
///   in time, DAEMON_CANCELLED if this end was closed, PROTOCOL_VIOLATION if it sent what it must not.
public final class DaemonConnection implements AutoCloseable
{
    private static final int SET_OPTIONS = 19;
    // Half of the smallest buffer on the way, a pipe's 64 KiB: a request never blocks because the daemon is busy answering.
    private static final int MOST_UNREAD_BYTES = 1 << 15;
    private static final int LARGEST_QUESTION = 1 << 10;

    private final DaemonTransport transport;
    private final DaemonTimes times;
    private final WireReader reader;
    private final WireWriter writer;
    private final Watchdog watchdog;
    private final Handshake handshake;
    private volatile boolean closed;

    private DaemonConnection(DaemonTransport transport, StoreDirectory directory, Optional<DaemonSettings> settings, DaemonTimes times)
    {
        this.transport = requireNonNull(transport, "transport is null");
        this.times = requireNonNull(times, "times is null");
        this.reader = new WireReader(transport.input(), directory);
        this.writer = new WireWriter(transport.output(), directory);
        this.watchdog = new Watchdog(transport::close);
        this.handshake = guarded("handshake", times.handshake(), () -> greet(settings));
    }

    /// Opens a connection and introduces both ends to each other.
    ///
    /// @param settings how the daemon is to work; as its own configuration says if empty
    /// @throws NixException UNSUPPORTED_PROTOCOL if the daemon is too old, or as above
    public static DaemonConnection open(DaemonEndpoint endpoint, StoreDirectory directory, Optional<DaemonSettings> settings,
            DaemonTimes times)
    {
        return new DaemonConnection(endpoint.open(), directory, settings, times);
    }

    /// Returns what both ends told each other first.
    public Handshake handshake()
    {
        return handshake;
    }

    /// Returns the store whose daemon this is.
    public StoreDirectory directory()
    {
        return reader.directory();
    }

    /// Returns whether nothing has gone wrong yet.
    public boolean usable()
    {
        return !closed;
    }

    /// Asks for one operation and waits for its answer.
    public <Q, R> R call(WorkerOperation<Q, R> operation, Q request)
    {
        return call(operation, request, DaemonConnection::unheard);
    }

    /// Asks for one operation, hears the daemon while it works, and waits for its answer.
    public <Q, R> R call(WorkerOperation<Q, R> operation, Q request, Consumer<LogEvent> listener)
    {
        operation.requireSpoken(handshake.version());
        return guarded(operation.name(), time(operation), () -> {
            if (operation.pace() == WorkerOperation.Pace.UPLOAD) {
                return new Upload(transport::close).run(() -> send(operation, request), () -> receive(operation, request, listener));
            }
            send(operation, request);
            return receive(operation, request, listener);
        });
    }

    /// Asks the same of many, without waiting for one answer before the next question.
    ///
    /// Each request must be shorter than a kilobyte. Answers come in the order of the requests, each as soon as it is there. The requests are drawn as there is room, so that
    /// an answer may lead to further ones: an iterator that has none now is asked again after each answer.
    public <Q, R> void pipeline(WorkerOperation<Q, R> operation, Iterator<Q> requests, BiConsumer<Q, R> answers)
    {
        operation.requireSpoken(handshake.version());
        Duration time = time(operation);
        guarded(operation.name(), time, () -> {
            var window = new Window<>(operation, requests);
            window.fill();
            while (!window.isEmpty()) {
                Q request = window.takeOldest();
                watchdog.arm(time);
                R reply = receive(operation, request, DaemonConnection::unheard);
                watchdog.disarm();
                answers.accept(request, reply);
                window.fill();
            }
            return null;
        });
    }

    @Override
    public void close()
    {
        closed = true;
        watchdog.close();
        transport.close();
    }

    private Handshake greet(Optional<DaemonSettings> settings) throws IOException
    {
        Handshake agreed = Handshake.with(reader, writer);
        new StderrLoop(reader, DaemonConnection::unheard).run();
        if (settings.isPresent()) {
            writer.number(SET_OPTIONS);
            settings.get().write(writer);
            writer.flush();
            new StderrLoop(reader, DaemonConnection::unheard).run();
        }
        return agreed;
    }

    private <Q, R> void send(WorkerOperation<Q, R> operation, Q request) throws IOException
    {
        put(operation, request);
        writer.flush();
    }

    private <Q, R> void put(WorkerOperation<Q, R> operation, Q request) throws IOException
    {
        writer.number(operation.code());
        operation.request().write(request, writer, handshake.version());
    }

    private <Q, R> R receive(WorkerOperation<Q, R> operation, Q request, Consumer<LogEvent> listener) throws IOException
    {
        new StderrLoop(reader, listener).run();
        return operation.reply().read(request, reader, handshake.version());
    }

    private Duration time(WorkerOperation<?, ?> operation)
    {
        return operation.pace() == WorkerOperation.Pace.QUESTION ? times.question() : times.work();
    }

    private <T> T guarded(String what, Duration time, Exchange<T> exchange)
    {
        if (closed) {
            throw nixException(DAEMON_UNREACHABLE, "%s: the connection to the Nix daemon is closed", what);
        }
        boolean completed = false;
        watchdog.arm(time);
        try {
            T result = exchange.run();
            completed = true;
            return result;
        }
        catch (IOException | NixException e) {
            throw failure(what, time, e);
        }
        finally {
            watchdog.disarm();
            if (!completed) {
                close();
            }
        }
    }

    private NixException failure(String what, Duration time, Exception cause)
    {
        if (watchdog.bitten()) {
            return nixException(DAEMON_TIMEOUT, cause, "%s: the Nix daemon did not answer within %d ms", what, time.toMillis());
        }
        if (closed || cause instanceof ClosedByInterruptException) {
            return nixException(DAEMON_CANCELLED, cause, "%s: cancelled", what);
        }
        if (cause instanceof NixException told) {
            return told;
        }
        String aside = transport.complaints();
        String reason = cause instanceof EOFException ? "hung up" : "is gone (" + cause.getMessage() + ")";
        return nixException(DAEMON_UNREACHABLE, cause, "%s: the Nix daemon %s%s", what, reason, aside.isEmpty() ? "" : ": " + aside);
    }

    private static void unheard(LogEvent event)
    {
        // Questions about the store are not worth a report of their progress.
    }

    /// What may fail because the daemon is gone.
    @FunctionalInterface
    interface Exchange<T>
    {
        T run() throws IOException;
    }

    /// Requests that were sent and not answered yet, within a limit of bytes.
    private final class Window<Q>
    {
        private final WorkerOperation<Q, ?> operation;
        private final Iterator<Q> requests;
        private final Deque<Asked<Q>> asked = new ArrayDeque<>();
        private long answeredUpTo = writer.written();

        Window(WorkerOperation<Q, ?> operation, Iterator<Q> requests)
        {
            this.operation = operation;
            this.requests = requests;
        }

        boolean isEmpty()
        {
            return asked.isEmpty();
        }

        Q takeOldest()
        {
            Asked<Q> oldest = asked.removeFirst();
            answeredUpTo = oldest.end();
            return oldest.request();
        }

        /// Sends further requests once half of the room is free, so that many go in one packet.
        void fill() throws IOException
        {
            if (unread() > MOST_UNREAD_BYTES / 2 || !requests.hasNext()) {
                return;
            }
            while (unread() < MOST_UNREAD_BYTES - LARGEST_QUESTION && requests.hasNext()) {
                Q request = requests.next();
                put(operation, request);
                asked.addLast(new Asked<>(request, writer.written()));
            }
            writer.flush();
        }

        private long unread()
        {
            return writer.written() - answeredUpTo;
        }
    }

    private record Asked<Q>(Q request, long end)
    {}
}
