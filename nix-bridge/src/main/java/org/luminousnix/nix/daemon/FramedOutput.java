package org.luminousnix.nix.daemon;

import java.io.IOException;
import java.io.OutputStream;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixException.nixException;

/// Cuts bytes into frames: a length and so many bytes, again and again, ended by the length 0.
final class FramedOutput extends OutputStream
{
    private static final int FRAME_BYTES = 1 << 15;

    private final WireWriter writer;
    private final byte[] frame = new byte[FRAME_BYTES];
    private int filled;
    private boolean broken;

    FramedOutput(WireWriter writer)
    {
        this.writer = requireNonNull(writer, "writer is null");
    }

    /// Writes all of a payload; a payload that cannot be read is FILE_INACCESSIBLE, and leaves the frames unended.
    static void write(Payload payload, WireWriter writer) throws IOException
    {
        var output = new FramedOutput(writer);
        try {
            payload.writeTo(output);
        }
        catch (IOException e) {
            if (output.broken) {
                throw e;
            }
            throw nixException(FILE_INACCESSIBLE, e, "cannot read what is to be uploaded: %s", e.getMessage());
        }
        output.end();
    }

    @Override
    public void write(int value) throws IOException
    {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException
    {
        int done = 0;
        while (done < length) {
            int count = Math.min(length - done, FRAME_BYTES - filled);
            System.arraycopy(bytes, offset + done, frame, filled, count);
            filled += count;
            done += count;
            if (filled == FRAME_BYTES) {
                send();
            }
        }
    }

    private void end() throws IOException
    {
        send();
        writer.number(0);
    }

    private void send() throws IOException
    {
        if (filled == 0) {
            return;
        }
        try {
            writer.number(filled);
            writer.raw(frame, 0, filled);
            filled = 0;
        }
        catch (IOException e) {
            broken = true;
            throw e;
        }
    }
}
