package org.luminousnix.nix.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.luminousnix.nix.NixErrorCode.PROTOCOL_VIOLATION;
import static org.luminousnix.nix.NixException.nixException;

/// Copies one NAR from the wire, which is not told how long it is, by following its structure
/// (Nix manual, "Nix Archive (NAR) format").
final class NarCopy
{
    private static final int DEEPEST = 512;
    private static final int LONGEST_TOKEN = 1 << 16;
    private static final int BUFFER_BYTES = 1 << 15;

    private final WireReader reader;
    private final WireWriter writer;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    private NarCopy(WireReader reader, WireWriter writer)
    {
        this.reader = reader;
        this.writer = writer;
    }

    static void copy(WireReader reader, OutputStream sink) throws IOException
    {
        var writer = new WireWriter(sink, reader.directory());
        var copy = new NarCopy(reader, writer);
        copy.expect("nix-archive-1");
        copy.node(0);
        writer.flush();
    }

    private void node(int depth) throws IOException
    {
        if (depth > DEEPEST) {
            throw nixException(PROTOCOL_VIOLATION, "a NAR is more than %d directories deep", DEEPEST);
        }
        expect("(");
        expect("type");
        switch (oneOf(Set.of("regular", "symlink", "directory"))) {
            case "regular" -> regular();
            case "symlink" -> {
                expect("target");
                token();
                expect(")");
            }
            default -> directory(depth);
        }
    }

    private void regular() throws IOException
    {
        String next = oneOf(Set.of("executable", "contents", ")"));
        if (next.equals("executable")) {
            expect("");
            next = oneOf(Set.of("contents", ")"));
        }
        if (next.equals("contents")) {
            contents();
            expect(")");
        }
    }

    private void directory(int depth) throws IOException
    {
        while (oneOf(Set.of("entry", ")")).equals("entry")) {
            expect("(");
            expect("name");
            token();
            expect("node");
            node(depth + 1);
            expect(")");
        }
    }

    private void contents() throws IOException
    {
        long size = reader.size();
        writer.number(size);
        long left = size;
        while (left > 0) {
            int count = reader.some(buffer, 0, (int) Math.min(left, BUFFER_BYTES));
            writer.raw(buffer, 0, count);
            left -= count;
        }
        reader.padding(size);
        writer.padAfter(size);
    }

    private void expect(String wanted) throws IOException
    {
        oneOf(Set.of(wanted));
    }

    private String oneOf(Set<String> wanted) throws IOException
    {
        String found = token();
        if (!wanted.contains(found)) {
            throw nixException(PROTOCOL_VIOLATION, "a NAR has '%s' where one of %s is due", found, wanted);
        }
        return found;
    }

    private String token() throws IOException
    {
        byte[] bytes = reader.bytes(LONGEST_TOKEN);
        writer.bytes(bytes);
        return new String(bytes, UTF_8);
    }
}
