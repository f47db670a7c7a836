package org.luminousnix.daemon.rpc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import static java.util.Objects.requireNonNull;

/// What goes out on one connection, in order. One thread writes at a time; the others leave their lines with it.
///
/// A peer that does not read is dropped and not waited for: when too much waits, or when one write takes too long.
final class Outbox
{
    private static final int CHUNK = 1 << 16;

    private final WritableByteChannel channel;
    private final int limit;
    private final Runnable drop;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private int queued;
    private boolean writing;
    private boolean dropped;
    private long writeStarted;

    /// @param limit how many bytes may wait
    /// @param drop disconnects the peer
    Outbox(WritableByteChannel channel, int limit, Runnable drop)
    {
        this.channel = requireNonNull(channel, "channel is null");
        this.limit = limit;
        this.drop = requireNonNull(drop, "drop is null");
    }

    /// Sends a line, writing it on this thread unless another one is at it.
    void send(byte[] line)
    {
        if (enqueue(line)) {
            drain();
        }
    }

    /// Sends a line without ever waiting.
    void post(byte[] line)
    {
        if (enqueue(line)) {
            Thread.startVirtualThread(this::drain);
        }
    }

    /// Waits until all is written; says whether it was in time.
    boolean flush(Duration timeout) throws InterruptedException
    {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (writing && left > 0) {
                left = idle.awaitNanos(left);
            }
            return !writing;
        }
        finally {
            lock.unlock();
        }
    }

    /// Returns whether the write that is going on began longer ago than the timeout.
    boolean isStalled(long nanoTime, Duration timeout)
    {
        lock.lock();
        try {
            return writing && nanoTime - writeStarted > timeout.toNanos();
        }
        finally {
            lock.unlock();
        }
    }

    /// Keeps a line; says whether this thread has to write now.
    private boolean enqueue(byte[] line)
    {
        Turn turn = keep(line);
        if (turn == Turn.OVERFLOW) {
            drop.run();
        }
        return turn == Turn.MINE;
    }

    private Turn keep(byte[] line)
    {
        lock.lock();
        try {
            // A single line may be longer than the limit; that others wait before it is what says that nobody reads.
            if (dropped || (queued > 0 && queued + line.length > limit)) {
                dropped = true;
                return Turn.OVERFLOW;
            }
            queue.add(line);
            queued += line.length;
            if (writing) {
                return Turn.OTHERS;
            }
            writing = true;
            writeStarted = System.nanoTime();
            return Turn.MINE;
        }
        finally {
            lock.unlock();
        }
    }

    private void drain()
    {
        try {
            for (Optional<ByteBuffer> chunk = next(); chunk.isPresent(); chunk = next()) {
                while (chunk.get().hasRemaining()) {
                    channel.write(chunk.get());
                }
            }
        }
        catch (IOException _) {
            abandon();
            drop.run();
        }
    }

    /// Takes what waits, several lines at once; at the end gives the writing up.
    private Optional<ByteBuffer> next()
    {
        lock.lock();
        try {
            byte[] first = queue.poll();
            if (first == null) {
                writing = false;
                idle.signalAll();
                return Optional.empty();
            }
            writeStarted = System.nanoTime();
            ByteBuffer chunk = together(first);
            queued -= chunk.remaining();
            return Optional.of(chunk);
        }
        finally {
            lock.unlock();
        }
    }

    private ByteBuffer together(byte[] first)
    {
        if (queue.isEmpty() || first.length >= CHUNK) {
            return ByteBuffer.wrap(first);
        }
        ByteBuffer chunk = ByteBuffer.allocate(Math.min(CHUNK, queued)).put(first);
        while (!queue.isEmpty() && queue.element().length <= chunk.remaining()) {
            chunk.put(queue.remove());
        }
        return chunk.flip();
    }

    private void abandon()
    {
        lock.lock();
        try {
            dropped = true;
            writing = false;
            queue.clear();
            queued = 0;
            idle.signalAll();
        }
        finally {
            lock.unlock();
        }
    }

    private enum Turn
    {
        MINE, OTHERS, OVERFLOW
    }
}
