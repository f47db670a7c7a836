package org.luminousnix.nix.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Bytes to upload.
///
/// What it throws ends the upload, and with it the connection.
@FunctionalInterface
public interface Payload
{
    /// Writes all of the bytes; the stream is closed by the caller afterwards.
    void writeTo(OutputStream output) throws IOException;

    /// Returns a copy of these bytes.
    static Payload bytes(byte[] bytes)
    {
        byte[] copy = bytes.clone();
        return output -> output.write(copy);
    }

    /// Returns the NAR serialisation of a file, a symlink, or a directory with all that is below it.
    ///
    /// It throws FILE_INACCESSIBLE for what cannot be read, FILE_CHANGED for what grows or shrinks meanwhile, and UNSUPPORTED_SHAPE
    /// for what is neither of these three.
    static Payload nar(Path tree)
    {
        return output -> NarWriter.write(tree, output);
    }
}
