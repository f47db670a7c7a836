package org.luminousnix.daemon.rpc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

/// A lock that one process of the machine can hold. The kernel gives it back when the process ends, however it ends.
///
/// Nothing is written to the file, which may lie where others can put one. It stays: removing it would let two processes lock two files of one name.
public final class InstanceLock implements AutoCloseable
{
    private final FileChannel channel;

    private InstanceLock(FileChannel channel)
    {
        this.channel = requireNonNull(channel, "channel is null");
    }

    /// Takes the lock of a file, which is created with mode 0600 where it is not there; empty when somebody holds it.
    public static Optional<InstanceLock> acquire(Path file) throws IOException
    {
        FileChannel channel = FileChannel.open(file, Set.of(CREATE, WRITE, NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new InstanceLock(channel));
            }
        }
        catch (OverlappingFileLockException _) {
            // Held by this very process.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException
    {
        channel.close();
    }
}
