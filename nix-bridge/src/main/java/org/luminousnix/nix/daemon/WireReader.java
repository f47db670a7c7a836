package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.PROTOCOL_VIOLATION;
import static org.luminousnix.nix.NixException.nixException;

/// Reads the primitives of the worker protocol, and refuses counts and lengths above its caps before it makes room for them.
///
/// What ends in the middle is an [EOFException]; what is not allowed a [NixException] PROTOCOL_VIOLATION. Not safe for use by
/// several threads.
public final class WireReader
{
    /// The longest text, in bytes.
    public static final int LONGEST_TEXT = 64 << 20;
    /// The largest count of a list, set or map.
    public static final int LARGEST_COUNT = 5_000_000;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final String LENGTH = "a length in bytes";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SMALL = 1 << 12;

    private final InputStream input;
    private final StoreDirectory directory;
    private final byte[] prefix;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;

    /// Creates a reader of paths in this store.
    public WireReader(InputStream input, StoreDirectory directory)
    {
        this.input = requireNonNull(input, "input is null");
        this.directory = requireNonNull(directory, "directory is null");
        this.prefix = (directory.path() + "/").getBytes(UTF_8);
    }

    /// Returns the store whose paths are read.
    public StoreDirectory directory()
    {
        return directory;
    }

    public long number() throws IOException
    {
        need(Long.BYTES);
        long value = (long) LONG.get(buffer, position);
        position += Long.BYTES;
        return value;
    }

    /// Reads a number that must be within 0 and a maximum.
    public int number(int maximum, String what) throws IOException
    {
        long value = number();
        if (Long.compareUnsigned(value, maximum) > 0) {
            throw nixException(PROTOCOL_VIOLATION, "%s is %s, of which at most %d are accepted", what, Long.toUnsignedString(value),
                    maximum);
        }
        return (int) value;
    }

    /// Reads a size in bytes, which may not exceed 2^63 - 1.
    public long size() throws IOException
    {
        long value = number();
        if (value < 0) {
            throw nixException(PROTOCOL_VIOLATION, "a size is %s bytes", Long.toUnsignedString(value));
        }
        return value;
    }

    public boolean flag() throws IOException
    {
        return number() != 0;
    }

    /// Reads seconds since 1970.
    public Instant time() throws IOException
    {
        long seconds = number();
        try {
            return Instant.ofEpochSecond(seconds);
        }
        catch (DateTimeException e) {
            throw nixException(PROTOCOL_VIOLATION, e, "not a time: %d", seconds);
        }
    }

    /// Reads bytes with their length and their padding.
    public byte[] bytes() throws IOException
    {
        return bytes(LONGEST_TEXT);
    }

    /// Reads at most so many bytes, with their length and their padding.
    public byte[] bytes(int longest) throws IOException
    {
        int length = number(longest, LENGTH);
        byte[] value = raw(length);
        padding(length);
        return value;
    }

    /// Reads a text; what is not UTF-8 in it, as in the log of a build, is replaced.
    public String text() throws IOException
    {
        int length = length();
        if (length > SMALL) {
            var value = new String(raw(length), UTF_8);
            padding(length);
            return value;
        }
        need(length);
        var value = new String(buffer, position, length, UTF_8);
        position += length;
        padding(length);
        return value;
    }

    public StorePath path() throws IOException
    {
        return optionalPath().orElseThrow(() -> nixException(PROTOCOL_VIOLATION, "the daemon sent an empty store path"));
    }

    /// Reads a path, or an empty text.
    public Optional<StorePath> optionalPath() throws IOException
    {
        int length = length();
        if (length > SMALL) {
            throw nixException(PROTOCOL_VIOLATION, "a store path has %d bytes", length);
        }
        need(length);
        Optional<StorePath> path = length == 0 ? Optional.empty() : Optional.of(storePath(length));
        position += length;
        padding(length);
        return path;
    }

    public Set<StorePath> paths() throws IOException
    {
        return Collections.unmodifiableSet(new LinkedHashSet<>(list(this::path)));
    }

    public Set<String> texts() throws IOException
    {
        return Collections.unmodifiableSet(new LinkedHashSet<>(list(this::text)));
    }

    /// Reads a count and so many items.
    public <T> List<T> list(Item<T> item) throws IOException
    {
        return list(LARGEST_COUNT, item);
    }

    /// Reads a count that must be within 0 and a maximum, and so many items.
    public <T> List<T> list(int maximum, Item<T> item) throws IOException
    {
        int count = number(maximum, "a count of items");
        // A count is cheap to send, so room is made as the items arrive.
        var items = new ArrayList<T>(Math.min(count, SMALL));
        for (int index = 0; index < count; index++) {
            items.add(item.read());
        }
        return Collections.unmodifiableList(items);
    }

    /// Reads a count and so many keys with values.
    public <K, V> Map<K, V> map(Item<K> key, Item<V> value) throws IOException
    {
        int count = number(LARGEST_COUNT, "a count of items");
        var entries = new LinkedHashMap<K, V>();
        for (int index = 0; index < count; index++) {
            K entry = key.read();
            entries.put(entry, value.read());
        }
        return Collections.unmodifiableMap(entries);
    }

    /// Reads so many bytes without length or padding.
    public byte[] raw(int length) throws IOException
    {
        var bytes = new byte[Math.min(length, BUFFER_BYTES)];
        int filled = 0;
        while (filled < length) {
            if (filled == bytes.length) {
                // A length is cheap to send, so room is made as the bytes arrive.
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * bytes.length));
            }
            filled += some(bytes, filled, bytes.length - filled);
        }
        return bytes;
    }

    /// Reads at least one and at most so many bytes into an array; returns how many.
    int some(byte[] target, int offset, int most) throws IOException
    {
        if (position == limit) {
            fill(1);
        }
        int count = Math.min(most, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /// Reads the padding after so many bytes, which must be zero.
    void padding(long length) throws IOException
    {
        int count = WireWriter.padding(length);
        need(count);
        for (int index = 0; index < count; index++) {
            if (buffer[position + index] != 0) {
                throw nixException(PROTOCOL_VIOLATION, "the padding after a text of %d bytes is not zero", length);
            }
        }
        position += count;
    }

    private int length() throws IOException
    {
        return number(LONGEST_TEXT, LENGTH);
    }

    private StorePath storePath(int length)
    {
        int start = position + prefix.length;
        int base = length - prefix.length;
        boolean inside = base > 0 && Arrays.equals(buffer, position, start, prefix, 0, prefix.length);
        if (!inside) {
            throw nixException(PROTOCOL_VIOLATION, "the daemon sent a path outside of %s: %s", directory.path(),
                    new String(buffer, position, length, UTF_8));
        }
        try {
            return StorePath.ofBaseName(new String(buffer, start, base, ISO_8859_1));
        }
        catch (NixException e) {
            throw nixException(PROTOCOL_VIOLATION, e, "the daemon sent what is no store path: %s", e.getMessage());
        }
    }

    private void need(int count) throws IOException
    {
        if (limit - position < count) {
            fill(count);
        }
    }

    private void fill(int count) throws IOException
    {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (limit < count) {
            int read = input.read(buffer, limit, BUFFER_BYTES - limit);
            if (read < 0) {
                throw new EOFException();
            }
            limit += read;
        }
    }

    /// Reads one item.
    @FunctionalInterface
    public interface Item<T>
    {
        T read() throws IOException;
    }
}
