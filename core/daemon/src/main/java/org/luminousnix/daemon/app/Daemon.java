package org.luminousnix.daemon.app;

import org.luminousnix.daemon.rpc.InstanceLock;
import org.luminousnix.daemon.rpc.Limits;
import org.luminousnix.daemon.rpc.RpcServer;
import org.luminousnix.protocol.SocketAddresses;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static java.util.Objects.requireNonNull;

/// The daemon from start to stop: takes its lock, opens what it keeps, and answers until it is told to stop.
final class Daemon implements AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final Duration LAST_STEPS = Duration.ofSeconds(20);

    private final InstanceLock lock;
    private final House house;
    private final RpcServer server;
    private final Path socket;
    private final CountDownLatch stop;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Daemon(InstanceLock lock, House house, RpcServer server, Path socket, CountDownLatch stop)
    {
        this.lock = requireNonNull(lock, "lock is null");
        this.house = requireNonNull(house, "house is null");
        this.server = requireNonNull(server, "server is null");
        this.socket = requireNonNull(socket, "socket is null");
        this.stop = requireNonNull(stop, "stop is null");
    }

    /// Starts; what a killed daemon left is settled before the first request is answered.
    ///
    /// @throws IOException with a message for people, when the state directory or the socket cannot be had
    /// @throws SettingException when a setting has a value that it cannot have
    static Daemon start(Settings settings)
            throws IOException
    {
        Path state = settings.stateDirectory();
        Files.createDirectories(state, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        InstanceLock lock = InstanceLock.acquire(state.resolve("daemon.lock"))
                .orElseThrow(() -> new IOException(
                        "another daemon works with %s; stop it, or give this one a --state of its own".formatted(state)));
        House house = null;
        try {
            Path socket = settings.path(Setting.SOCKET).orElseGet(() -> SocketAddresses.resolve(Optional.empty(), System.getenv()));
            CountDownLatch stop = new CountDownLatch(1);
            house = House.open(settings, state);
            Files.createDirectories(socket.toAbsolutePath().getParent());
            Limits limits = Limits.defaults().withLineBytes(settings.number(Setting.MAX_LINE))
                    .withConnections(settings.number(Setting.MAX_CONNECTIONS));
            RpcServer server = RpcServer.open(socket, limits, house.handlers(socket, stop::countDown));
            return new Daemon(lock, house, server, socket, stop);
        }
        catch (IOException | RuntimeException e) {
            if (house != null) {
                house.close();
            }
            lock.close();
            throw e;
        }
    }

    Path socket()
    {
        return socket;
    }

    /// Waits until somebody says stop.
    void awaitStop()
            throws InterruptedException
    {
        stop.await();
    }

    /// Says stop, and waits until everything is closed: for the hook that runs at SIGTERM.
    void stop()
    {
        stop.countDown();
        try {
            if (!closed.await(LAST_STEPS.toSeconds() + 5, TimeUnit.SECONDS)) {
                LOG.warn("not everything was closed in time; the journal knows what is unfinished");
            }
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends: no new requests, what runs is cancelled and taken back or stays in the journal, files are closed.
    @Override
    public void close()
            throws IOException
    {
        try {
            house.stopExecutions(LAST_STEPS);
            server.close();
        }
        finally {
            house.close();
            lock.close();
            closed.countDown();
        }
    }
}
