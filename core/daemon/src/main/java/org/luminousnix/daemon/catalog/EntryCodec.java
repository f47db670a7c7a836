package org.luminousnix.daemon.catalog;

import org.apache.lucene.util.BytesRef;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes entries into the stored field of a document, and reads them again. A change here needs a new [IndexFolder] format.
final class EntryCodec
{
    private EntryCodec()
    {}

    static BytesRef bytes(PackageEntry entry)
    {
        return write(out -> {
            text(out, entry.attribute());
            text(out, entry.pname());
            text(out, entry.version());
            text(out, entry.description());
            texts(out, entry.licenses());
            out.writeByte((entry.unfree() ? 1 : 0) | (entry.broken() ? 2 : 0) | (entry.insecure() ? 4 : 0));
            texts(out, entry.knownVulnerabilities());
            text(out, entry.homepage().orElse(""));
            texts(out, entry.programs());
        });
    }

    static PackageEntry packageEntry(BytesRef bytes)
    {
        return read(bytes, in -> {
            String attribute = text(in);
            String pname = text(in);
            String version = text(in);
            String description = text(in);
            List<String> licenses = texts(in);
            int flags = in.readByte();
            return new PackageEntry(attribute, pname, version, description, licenses, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0,
                    texts(in), present(text(in)), texts(in));
        });
    }

    static BytesRef bytes(OptionEntry entry)
    {
        return write(out -> {
            text(out, entry.name());
            text(out, entry.type());
            text(out, entry.defaultText().orElse(""));
            text(out, entry.example().orElse(""));
            text(out, entry.description());
            text(out, entry.source().name());
            texts(out, entry.declarations());
            out.writeBoolean(entry.readOnly());
        });
    }

    static OptionEntry optionEntry(BytesRef bytes)
    {
        return read(bytes, in -> new OptionEntry(text(in), text(in), present(text(in)), present(text(in)), text(in),
                OptionSource.valueOf(text(in)), texts(in), in.readBoolean()));
    }

    private static Optional<String> present(String text)
    {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private interface Writing
    {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T>
    {
        T from(DataInputStream in) throws IOException;
    }

    private static BytesRef write(Writing writing)
    {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(bytes.toByteArray());
    }

    private static <T> T read(BytesRef bytes, Reading<T> reading)
    {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
            return reading.from(in);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException
    {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException
    {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException
    {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException
    {
        int size = in.readInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(in));
        }
        return texts;
    }
}
