package org.luminousnix.daemon.catalog;

import org.brotli.dec.BrotliInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import static org.luminousnix.daemon.catalog.CatalogException.Code.UNREADABLE_SOURCE;
import static org.luminousnix.daemon.catalog.CatalogException.catalogException;

/// Opens a source file, unpacking it by the ending of its name.
final class SourceFile
{
    private static final int BUFFER = 1 << 16;

    private SourceFile()
    {}

    /// Opens the unpacked content; the caller closes it.
    static InputStream open(Path file)
    {
        try {
            return unpacked(file, new BufferedInputStream(Files.newInputStream(file), BUFFER));
        }
        catch (IOException e) {
            throw catalogException(UNREADABLE_SOURCE, e, "cannot read " + file + ": " + e.getMessage());
        }
    }

    private static InputStream unpacked(Path file, InputStream packed) throws IOException
    {
        try {
            String name = file.getFileName().toString();
            if (name.endsWith(".br")) {
                return new BrotliInputStream(packed, BUFFER);
            }
            return name.endsWith(".gz") ? new GZIPInputStream(packed, BUFFER) : packed;
        }
        catch (IOException e) {
            packed.close();
            throw e;
        }
    }
}
