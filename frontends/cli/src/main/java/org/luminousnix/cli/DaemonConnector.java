package org.luminousnix.cli;

import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.DaemonClient.NotificationListener;
import org.luminousnix.protocol.DaemonUnreachableException;
import org.luminousnix.protocol.DaemonUnreachableException.Reason;
import org.luminousnix.protocol.SocketAddresses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/// Connects to the daemon, and starts it where none runs: one client starts it, the others wait for that one.
final class DaemonConnector
{
    private static final long POLL_MILLISECONDS = 10;
    private static final long PATIENCE_MILLISECONDS = 120_000;
    private static final int LOG_LINES = 12;

    private final Screen screen;
    private final Path socket;
    private final Path state;
    private final Optional<Path> launcher;
    private final Processes processes;

    /// Creates a connector.
    ///
    /// @param state where the daemon's log goes
    /// @param launcher the program that runs the daemon; without one it is not started
    DaemonConnector(Screen screen, Path socket, Path state, Optional<Path> launcher, Processes processes)
    {
        this.screen = requireNonNull(screen, "screen is null");
        this.socket = requireNonNull(socket, "socket is null");
        this.state = requireNonNull(state, "state is null");
        this.launcher = requireNonNull(launcher, "launcher is null");
        this.processes = requireNonNull(processes, "processes is null");
    }

    /// Connects to the daemon that runs, if one does.
    Optional<DaemonClient> connectIfRunning(NotificationListener listener)
    {
        try {
            return Optional.of(DaemonClient.connect(socket, listener));
        }
        catch (DaemonUnreachableException e) {
            if (e.reason() == Reason.NOT_RUNNING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Says whether a daemon that is not there is started.
    boolean starts()
    {
        return launcher.isPresent() && !socket.equals(SocketAddresses.SERVICE);
    }

    DaemonClient connect(NotificationListener listener)
    {
        Optional<DaemonClient> running = connectIfRunning(listener);
        return running.isPresent() ? running.get() : start(listener);
    }

    private DaemonClient start(NotificationListener listener)
    {
        if (socket.equals(SocketAddresses.SERVICE)) {
            throw new DaemonStartException("The daemon's service does not run. Start it: systemctl start luminous-nix");
        }
        if (launcher.isEmpty()) {
            throw new DaemonStartException("No daemon listens on " + socket + ". Start one: ask-nix daemon run");
        }
        return Waiting.during(screen, "Starting the daemon", () -> startAlone(launcher.get(), listener));
    }

    private DaemonClient startAlone(Path program, NotificationListener listener)
    {
        try {
            Files.createDirectories(state);
            try (FileChannel file = FileChannel.open(state.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = file.lock()) {
                Optional<DaemonClient> meanwhile = connectIfRunning(listener);
                return meanwhile.isPresent() ? meanwhile.get() : startAndWait(program, listener);
            }
        }
        catch (IOException e) {
            throw new UncheckedIOException("cannot start the daemon with its files in " + state + ": " + e.getMessage(), e);
        }
    }

    private DaemonClient startAndWait(Path program, NotificationListener listener) throws IOException
    {
        Path log = state.resolve("daemon.log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        Process daemon = processes.startDaemon(program, socket, log);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLISECONDS);
        while (System.nanoTime() < deadline) {
            boolean ended = ended(daemon);
            Optional<DaemonClient> client = connectIfRunning(listener);
            if (client.isPresent()) {
                return client.get();
            }
            if (ended) {
                throw new DaemonStartException(
                        "The daemon ended with code " + daemon.exitValue() + " before it was ready." + tail(log, before));
            }
        }
        throw new DaemonStartException("The daemon is not ready after " + Sizes.duration(PATIENCE_MILLISECONDS) + "." + tail(log, before));
    }

    /// Waits a moment, and says whether the process has ended in it.
    private static boolean ended(Process process)
    {
        try {
            return process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DaemonStartException("Interrupted while the daemon started.");
        }
    }

    /// Returns what was written to the log since it had `before` bytes, the last lines of it.
    private static String tail(Path log, long before) throws IOException
    {
        byte[] bytes = Files.readAllBytes(log);
        String text = new String(bytes, ISO_8859_1).substring((int) Math.min(before, bytes.length));
        var lines = new String(text.getBytes(ISO_8859_1), UTF_8).lines().toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        return (last.isBlank() ? " Its log says nothing: " : "\n" + last + "\nIts whole log is ") + log;
    }
}
