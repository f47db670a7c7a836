package org.luminousnix.nix.process;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Cuts a stream of bytes into lines at LF or CRLF; the part of a line beyond 1 MiB is dropped.
final class LineSplitter
{
    private static final int LONGEST_LINE = 1 << 20;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean pending;

    LineSplitter(Consumer<String> lines)
    {
        this.lines = lines;
    }

    void add(byte[] bytes, int length)
    {
        int start = 0;
        for (int index = 0; index < length; index++) {
            if (bytes[index] == '\n') {
                append(bytes, start, index);
                emit();
                start = index + 1;
            }
        }
        append(bytes, start, length);
    }

    void end()
    {
        if (pending) {
            emit();
        }
    }

    private void append(byte[] bytes, int start, int end)
    {
        int room = LONGEST_LINE - line.size();
        line.write(bytes, start, Math.min(room, end - start));
        pending |= end > start;
    }

    private void emit()
    {
        String text = line.toString(UTF_8);
        line.reset();
        pending = false;
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
