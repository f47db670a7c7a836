package org.luminousnix.nix.process;

import org.luminousnix.nix.sandbox.Containment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static java.util.Objects.requireNonNull;

/// A child process that is kept, to be written to and read from in turns.
public final class Dialogue implements AutoCloseable
{
    private static final Duration FAREWELL = Duration.ofMillis(500);
    private static final int BUFFER_BYTES = 1 << 12;

    private final Process process;
    private final Containment containment;
    private final Capture error;
    private final CountDownLatch errorsEnded = new CountDownLatch(1);

    private Dialogue(Process process, Containment containment, Capture error)
    {
        this.process = requireNonNull(process, "process is null");
        this.containment = requireNonNull(containment, "containment is null");
        this.error = requireNonNull(error, "error is null");
    }

    static Dialogue with(Command command, Process process, Containment containment)
    {
        var dialogue = new Dialogue(process, containment, new Capture(command.limits()));
        dialogue.thread("error", dialogue::keepErrors);
        return dialogue;
    }

    /// Returns what the child reads.
    public OutputStream said()
    {
        return process.getOutputStream();
    }

    /// Returns what the child writes.
    public InputStream heard()
    {
        return process.getInputStream();
    }

    /// Returns the beginning and the end of what the child wrote to its standard error. Waits for half a second if the child still runs.
    public String complaints()
    {
        try {
            // Errors may still be on their way when the child is known to have ended by its other stream.
            errorsEnded.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (error) {
            return error.captured().excerpt();
        }
    }

    /// Returns whether the child still runs.
    public boolean isAlive()
    {
        return process.isAlive();
    }

    /// Hangs up, by which a well-behaved child ends; one that does not is ended after half a second. Returns at once.
    @Override
    public void close()
    {
        // A writer that is stuck holds the stream, so that closing it may have to wait for the end of the child.
        thread("hang-up", () -> closeQuietly(process.getOutputStream()));
        thread("farewell", this::end);
    }

    private void end()
    {
        try {
            process.onExit().get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (TimeoutException _) {
            ProcessTree.end(process.toHandle(), containment.guard());
        }
        catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("nobody interrupts the end of a dialogue", e);
        }
        finally {
            closeQuietly(process.getInputStream());
        }
    }

    private void keepErrors()
    {
        var buffer = new byte[BUFFER_BYTES];
        try (InputStream stream = process.getErrorStream()) {
            int length = stream.read(buffer);
            while (length >= 0) {
                synchronized (error) {
                    error.add(buffer, length);
                }
                length = stream.read(buffer);
            }
        }
        catch (IOException _) {
            // The child has ended: there is nothing more to read.
        }
        finally {
            errorsEnded.countDown();
        }
    }

    private void thread(String role, Runnable work)
    {
        Thread.ofPlatform().daemon().name("dialogue-" + process.pid() + "-" + role).start(work);
    }

    private static void closeQuietly(AutoCloseable stream)
    {
        try {
            stream.close();
        }
        catch (Exception _) {
            // The other end is gone already, which is what closing is for.
        }
    }
}
