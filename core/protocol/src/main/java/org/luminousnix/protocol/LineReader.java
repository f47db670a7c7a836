package org.luminousnix.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Splits a stream of bytes at newlines, never keeping more of a line than the limit.
///
/// - Empty lines, and the carriage return before a newline, are left out.
/// - What comes after the last newline is a line too.
/// - A line over the limit is told by its length; what follows it is read as usual.
public final class LineReader
{
    private static final int BUFFER = 1 << 14;

    private final ReadableByteChannel channel;
    private final int limit;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long length;
    private boolean ended;

    /// @param limit how many bytes a line may have
    public LineReader(ReadableByteChannel channel, int limit)
    {
        this.channel = requireNonNull(channel, "channel is null");
        this.limit = limit;
    }

    /// Waits for a line; empty at the end of the stream.
    public Optional<Line> next() throws IOException
    {
        while (!ended) {
            if (!buffer.hasRemaining() && !fill()) {
                ended = true;
                break;
            }
            if (takeToNewline() && length > 0) {
                return Optional.of(taken());
            }
        }
        return length > 0 ? Optional.of(taken()) : Optional.empty();
    }

    private boolean fill() throws IOException
    {
        buffer.clear();
        int count = channel.read(buffer);
        buffer.flip();
        return count >= 0;
    }

    /// Takes what is buffered up to the newline; says whether there was one.
    private boolean takeToNewline()
    {
        byte[] bytes = buffer.array();
        int start = buffer.position();
        int end = start;
        while (end < buffer.limit() && bytes[end] != '\n') {
            end++;
        }
        boolean complete = end < buffer.limit();
        buffer.position(complete ? end + 1 : end);
        int count = complete && end > start && bytes[end - 1] == '\r' ? end - start - 1 : end - start;
        keep(bytes, start, count);
        return complete;
    }

    private void keep(byte[] bytes, int start, int count)
    {
        length += count;
        if (length <= limit) {
            line.write(bytes, start, count);
        }
    }

    private Line taken()
    {
        Line taken = length <= limit ? new Line.Complete(line.toByteArray()) : new Line.TooLong(length);
        line.reset();
        length = 0;
        return taken;
    }

    /// A line, or that there was one.
    public sealed interface Line
    {
        /// A line within the limit, without its newline.
        final class Complete implements Line
        {
            private final byte[] bytes;

            private Complete(byte[] bytes)
            {
                this.bytes = bytes;
            }

            /// Reads the line as JSON; what is not JSON is refused with [ErrorCode#PARSE_ERROR].
            public Json json()
            {
                return JsonReader.read(bytes, 0, bytes.length);
            }
        }

        /// A line over the limit, which was not kept.
        ///
        /// @param length its length in bytes
        record TooLong(long length) implements Line
        {}
    }
}
