package org.luminousnix.nix.process;

import java.io.ByteArrayOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.luminousnix.nix.NixErrorCode.OUTPUT_TOO_LARGE;
import static org.luminousnix.nix.NixException.nixException;

/// What was kept of one output stream: all of it, or its head and tail.
public final class Captured
{
    private final byte[] head;
    private final byte[] tail;
    private final long total;

    Captured(byte[] head, byte[] tail, long total)
    {
        this.head = head.clone();
        this.tail = tail.clone();
        this.total = total;
    }

    /// Returns a whole output that consists of this text.
    public static Captured of(String text)
    {
        byte[] bytes = text.getBytes(UTF_8);
        return new Captured(bytes, new byte[0], bytes.length);
    }

    /// Returns how many bytes the process wrote.
    public long total()
    {
        return total;
    }

    /// Returns how many of them were not kept.
    public long omitted()
    {
        return total - head.length - tail.length;
    }

    /// Returns all bytes that the process wrote.
    ///
    /// @throws org.luminousnix.nix.NixException OUTPUT_TOO_LARGE if some were not kept
    public byte[] bytes()
    {
        if (omitted() > 0) {
            throw nixException(OUTPUT_TOO_LARGE, "the process wrote %d bytes, of which %d were not kept", total, omitted());
        }
        var all = new ByteArrayOutputStream(head.length + tail.length);
        all.writeBytes(head);
        all.writeBytes(tail);
        return all.toByteArray();
    }

    /// Returns all that the process wrote, as UTF-8.
    ///
    /// @throws org.luminousnix.nix.NixException OUTPUT_TOO_LARGE if some was not kept
    public String text()
    {
        return new String(bytes(), UTF_8);
    }

    /// Returns what was kept, for people: with a line that says how much is missing, where some is.
    public String excerpt()
    {
        if (omitted() == 0) {
            return text();
        }
        return new String(head, UTF_8) + "\n[… " + omitted() + " bytes left out …]\n" + new String(tail, UTF_8);
    }
}
