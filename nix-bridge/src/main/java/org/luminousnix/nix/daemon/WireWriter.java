package org.luminousnix.nix.daemon;

import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/// Writes the primitives of the worker protocol: everything is a little-endian 64-bit number, or bytes padded to eight.
///
/// Not safe for use by several threads.
public final class WireWriter
{
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BUFFER_BYTES = 1 << 15;
    private static final byte[] PADDING = new byte[Long.BYTES];

    private final OutputStream output;
    private final StoreDirectory directory;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private long written;

    /// Creates a writer of paths in this store.
    public WireWriter(OutputStream output, StoreDirectory directory)
    {
        this.output = requireNonNull(output, "output is null");
        this.directory = requireNonNull(directory, "directory is null");
    }

    /// Returns the store whose paths are written.
    public StoreDirectory directory()
    {
        return directory;
    }

    /// Returns how many bytes have been written since the beginning, sent or not.
    public long written()
    {
        return written;
    }

    public void number(long value) throws IOException
    {
        if (BUFFER_BYTES - filled < Long.BYTES) {
            send();
        }
        LONG.set(buffer, filled, value);
        filled += Long.BYTES;
        written += Long.BYTES;
    }

    public void flag(boolean value) throws IOException
    {
        number(value ? 1 : 0);
    }

    /// Writes seconds since 1970.
    public void time(Instant value) throws IOException
    {
        number(value.getEpochSecond());
    }

    /// Writes a text in UTF-8, with its length and its padding.
    public void text(String value) throws IOException
    {
        bytes(value.getBytes(UTF_8));
    }

    /// Writes bytes with their length and their padding.
    public void bytes(byte[] value) throws IOException
    {
        number(value.length);
        raw(value, 0, value.length);
        padAfter(value.length);
    }

    /// Writes the padding after so many bytes.
    void padAfter(long length) throws IOException
    {
        raw(PADDING, 0, padding(length));
    }

    public void path(StorePath value) throws IOException
    {
        text(directory.fullPath(value));
    }

    /// Writes a path, or an empty text.
    public void optionalPath(Optional<StorePath> value) throws IOException
    {
        text(value.map(directory::fullPath).orElse(""));
    }

    /// Writes paths: a set in the order of the full paths, as Nix sends it, anything else in its own order.
    public void paths(Collection<StorePath> values) throws IOException
    {
        texts(values instanceof Set
                ? values.stream().map(directory::fullPath).collect(Collectors.toSet())
                : values.stream().map(directory::fullPath).toList());
    }

    /// Writes texts: a set sorted, as Nix sends it, anything else in its own order.
    public void texts(Collection<String> values) throws IOException
    {
        each(values instanceof Set ? values.stream().sorted().toList() : values, this::text);
    }

    public void textMap(Map<String, String> values) throws IOException
    {
        each(values.entrySet(), entry -> {
            text(entry.getKey());
            text(entry.getValue());
        });
    }

    /// Writes a count and each item.
    public <T> void each(Collection<? extends T> items, Item<T> item) throws IOException
    {
        number(items.size());
        for (T value : items) {
            item.write(value);
        }
    }

    /// Writes bytes as they are, without length or padding.
    public void raw(byte[] bytes, int offset, int length) throws IOException
    {
        written += length;
        if (length > BUFFER_BYTES - filled) {
            send();
        }
        if (length > BUFFER_BYTES) {
            output.write(bytes, offset, length);
            return;
        }
        System.arraycopy(bytes, offset, buffer, filled, length);
        filled += length;
    }

    /// Sends everything written so far.
    public void flush() throws IOException
    {
        send();
        output.flush();
    }

    /// Returns how many bytes of padding follow so many bytes.
    static int padding(long length)
    {
        return (int) (-length & (Long.BYTES - 1));
    }

    private void send() throws IOException
    {
        output.write(buffer, 0, filled);
        filled = 0;
    }

    /// Writes one item.
    @FunctionalInterface
    public interface Item<T>
    {
        void write(T value) throws IOException;
    }
}
