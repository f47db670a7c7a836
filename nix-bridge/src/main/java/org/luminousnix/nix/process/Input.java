package org.luminousnix.nix.process;

import java.io.IOException;
import java.io.OutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What a child process reads from its standard input.
@FunctionalInterface
public interface Input
{
    /// Writes all of the input; the stream is closed by the caller afterwards.
    void writeTo(OutputStream output) throws IOException;

    /// Returns the empty input.
    static Input none()
    {
        return _ -> {};
    }

    /// Returns the UTF-8 bytes of a text.
    static Input text(String text)
    {
        return output -> output.write(text.getBytes(UTF_8));
    }

    /// Returns a copy of these bytes.
    static Input bytes(byte[] bytes)
    {
        byte[] copy = bytes.clone();
        return output -> output.write(copy);
    }
}
