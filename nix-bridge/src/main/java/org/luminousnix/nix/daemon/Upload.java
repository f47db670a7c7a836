package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixException;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.DAEMON_ERROR;

/// Sends on a thread of its own while the answer is being read, so that neither end waits for the other to make room.
final class Upload
{
    private final Runnable hangUp;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /// @param hangUp closes the transport, by which the other direction ends too
    Upload(Runnable hangUp)
    {
        this.hangUp = requireNonNull(hangUp, "hangUp is null");
    }

    <R> R run(Sending sending, DaemonConnection.Exchange<R> receiving) throws IOException
    {
        Thread sender = Thread.ofVirtual().name("daemon-upload").start(() -> send(sending));
        boolean received = false;
        try {
            R reply = receiving.run();
            received = true;
            return reply;
        }
        catch (IOException | NixException e) {
            throw cause(e);
        }
        finally {
            if (!received) {
                hangUp.run();
            }
            join(sender);
        }
    }

    private void send(Sending sending)
    {
        try {
            sending.run();
        }
        catch (IOException e) {
            // The daemon has closed its end, and what it said before can still be read.
            failure.compareAndSet(null, e);
        }
        catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            hangUp.run();
        }
    }

    /// Returns what went wrong first: what the daemon said, else what could not be sent, else what could not be read.
    private RuntimeException cause(Exception reading) throws IOException
    {
        Exception sent = failure.get();
        if (reading instanceof NixException refused && (sent == null || refused.code() == DAEMON_ERROR)) {
            return refused;
        }
        if (sent instanceof RuntimeException broken) {
            return broken;
        }
        throw sent instanceof IOException unsent ? unsent : (IOException) reading;
    }

    private static void join(Thread sender)
    {
        boolean interrupted = false;
        while (sender.isAlive()) {
            try {
                sender.join();
            }
            catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What sends.
    @FunctionalInterface
    interface Sending
    {
        void run() throws IOException;
    }
}
