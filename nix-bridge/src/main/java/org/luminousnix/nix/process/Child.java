package org.luminousnix.nix.process;

import org.luminousnix.nix.process.Completed.Ending;
import org.luminousnix.nix.sandbox.Containment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A child process with the threads that feed it, read it and watch its time.
final class Child implements Running
{
    private static final int BUFFER_BYTES = 1 << 14;
    private static final Duration LAST_OUTPUT = Duration.ofSeconds(2);

    private final Command command;
    private final Process process;
    private final Containment containment;
    private final long started = System.nanoTime();
    private final CompletableFuture<Completed> completed = new CompletableFuture<>();
    private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.EXITED);
    private final AtomicReference<RuntimeException> listenerFailure = new AtomicReference<>();

    Child(Command command, Process process, Containment containment)
    {
        this.command = command;
        this.process = process;
        this.containment = containment;
    }

    void attend(OutputLines lines)
    {
        var output = new Capture(command.limits());
        var error = new Capture(command.limits());
        thread("input", this::feed);
        List<Thread> readers = List.of(
                thread("output", () -> read(process.getInputStream(), output, OutputLines.Stream.OUTPUT, lines)),
                thread("error", () -> read(process.getErrorStream(), error, OutputLines.Stream.ERROR, lines)));
        thread("watch", () -> watch(readers, output, error));
    }

    @Override
    public Completed await()
    {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return completed.get();
                }
                catch (InterruptedException _) {
                    interrupted = true;
                    cancel();
                }
                catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
                }
            }
        }
        finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void cancel()
    {
        if (process.isAlive() && ending.compareAndSet(Ending.EXITED, Ending.CANCELLED)) {
            thread("cancel", () -> ProcessTree.end(process.toHandle(), containment.guard()));
        }
    }

    @Override
    public long pid()
    {
        return process.pid();
    }

    private Thread thread(String role, Runnable work)
    {
        return Thread.ofPlatform().daemon().name("process-" + process.pid() + "-" + role).start(work);
    }

    private void feed()
    {
        try (OutputStream input = process.getOutputStream()) {
            command.input().writeTo(input);
        }
        catch (IOException _) {
            // The child may end without reading all of its input, which its exit code tells better than a broken pipe.
        }
    }

    private void read(InputStream stream, Capture capture, OutputLines.Stream name, OutputLines lines)
    {
        var splitter = new LineSplitter(line -> lines.line(name, line));
        var buffer = new byte[BUFFER_BYTES];
        try (stream) {
            int length = stream.read(buffer);
            while (length >= 0) {
                synchronized (capture) {
                    capture.add(buffer, length);
                }
                splitter.add(buffer, length);
                length = stream.read(buffer);
            }
            splitter.end();
        }
        catch (IOException _) {
            // The stream was closed after the child had ended: there is nothing more to read.
        }
        catch (RuntimeException e) {
            listenerFailure.compareAndSet(null, e);
            cancel();
        }
    }

    private void watch(List<Thread> readers, Capture output, Capture error)
    {
        try {
            if (!process.waitFor(command.limits().timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                ending.compareAndSet(Ending.EXITED, Ending.TIMED_OUT);
                ProcessTree.end(process.toHandle(), containment.guard());
            }
            int exitCode = process.waitFor();
            for (Thread reader : readers) {
                reader.join(LAST_OUTPUT);
            }
            complete(exitCode, captured(output), captured(error));
        }
        catch (InterruptedException e) {
            completed.completeExceptionally(new IllegalStateException("nobody interrupts the watch of a process", e));
        }
    }

    private void complete(int exitCode, Captured output, Captured error)
    {
        RuntimeException failure = listenerFailure.get();
        if (failure != null) {
            completed.completeExceptionally(failure);
            return;
        }
        var duration = Duration.ofNanos(System.nanoTime() - started);
        completed.complete(new Completed(command, ending.get(), exitCode, output, error, duration, containment));
    }

    private static Captured captured(Capture capture)
    {
        // A grandchild outside of any sandbox may hold the pipe open, and its reader is then still at work.
        synchronized (capture) {
            return capture.captured();
        }
    }
}
