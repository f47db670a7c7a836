package org.luminousnix.nix.daemon;

import org.assertj.core.api.ObjectAssert;
import org.luminousnix.nix.store.StoreDirectory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// The bytes of `golden.txt`, to be read by what is tested, or to be written by it.
final class Golden
{
    private static final Map<String, String> BLOCKS = blocks();

    private Golden()
    {}

    static String hex(String block)
    {
        return requireNonNull(BLOCKS.get(block), "no such block: " + block);
    }

    /// Reads a block, and checks that nothing is left over.
    static <T> T read(String block, Reading<T> reading) throws IOException
    {
        var bytes = new ByteArrayInputStream(HexFormat.of().parseHex(hex(block)));
        var reader = new WireReader(bytes, StoreDirectory.USUAL);
        T value = reading.read(reader);
        assertThatExceptionOfType(EOFException.class).as("all of %s is read", block).isThrownBy(() -> reader.some(new byte[1], 0, 1));
        return value;
    }

    /// Reads a block as [#read] does, to say what it should be.
    static <T> ObjectAssert<T> assertRead(String block, Reading<T> reading) throws IOException
    {
        return assertThatObject(read(block, reading));
    }

    /// Returns what is written, in base 16.
    static String written(Writing writing) throws IOException
    {
        var bytes = new ByteArrayOutputStream();
        var writer = new WireWriter(bytes, StoreDirectory.USUAL);
        writing.write(writer);
        writer.flush();
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static Map<String, String> blocks()
    {
        var blocks = new HashMap<String, String>();
        String name = "";
        for (String line : text().split("\n")) {
            if (line.startsWith("= ")) {
                name = line.substring(2);
                blocks.put(name, "");
            }
            else if (!name.isEmpty()) {
                blocks.merge(name, line.replaceFirst(" +#.*", ""), String::concat);
            }
        }
        return blocks;
    }

    private static String text()
    {
        try (InputStream stream = requireNonNull(Golden.class.getResourceAsStream("golden.txt"), "golden.txt is missing")) {
            return new String(stream.readAllBytes(), UTF_8);
        }
        catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    interface Reading<T>
    {
        T read(WireReader reader) throws IOException;
    }

    @FunctionalInterface
    interface Writing
    {
        void write(WireWriter writer) throws IOException;
    }
}
