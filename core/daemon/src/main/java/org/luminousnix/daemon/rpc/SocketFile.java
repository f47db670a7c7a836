package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.SocketAddresses;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The socket that a daemon listens on, and the lock beside it that keeps a second daemon away.
///
/// The socket is bound under another name, gets its mode, and is then moved to its place: there is no moment in which
/// somebody could connect who may not. What a dead daemon left is replaced; anything else is not.
final class SocketFile implements AutoCloseable
{
    private static final int BACKLOG = 1024;

    private final Path path;
    private final InstanceLock lock;
    private final ServerSocketChannel channel;

    private SocketFile(Path path, InstanceLock lock, ServerSocketChannel channel)
    {
        this.path = path;
        this.lock = lock;
        this.channel = channel;
    }

    /// Binds the socket.
    ///
    /// @throws IOException with a message for people: the path is too long, a daemon runs already, the place is taken
    static SocketFile bind(Path path) throws IOException
    {
        requireNonNull(path, "path is null");
        Optional<String> problem = SocketAddresses.problem(path);
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        Files.createDirectories(path.getParent());
        InstanceLock lock = InstanceLock.acquire(path.resolveSibling(path.getFileName() + ".lock"))
                .orElseThrow(() -> new IOException("a daemon runs already on " + path));
        try {
            refuseToReplace(path);
            return new SocketFile(path, lock, bound(path));
        }
        catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    ServerSocketChannel channel()
    {
        return channel;
    }

    @Override
    public void close() throws IOException
    {
        try (lock; channel) {
            Files.deleteIfExists(path);
        }
    }

    private static void refuseToReplace(Path path) throws IOException
    {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(path, java.nio.file.attribute.BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther()) {
            throw new IOException(path + " is there and is not a socket; remove it, or choose another path");
        }
        try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            throw new IOException("another program listens on " + path);
        }
        catch (ConnectException _) {
            // Left by a daemon that is dead: the place is free.
        }
    }

    private static ServerSocketChannel bound(Path path) throws IOException
    {
        // As long as the name itself, since that one is known to fit.
        String name = path.getFileName().toString();
        Path unready = path.resolveSibling("~" + name.substring(name.offsetByCodePoints(0, 1)));
        Files.deleteIfExists(unready);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(unready), BACKLOG);
            Files.setPosixFilePermissions(unready, PosixFilePermissions.fromString("rw-rw----"));
            Files.move(unready, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return channel;
        }
        catch (IOException e) {
            channel.close();
            throw e instanceof NoSuchFileException ? new IOException("the directory of " + path + " went away", e) : e;
        }
    }
}
