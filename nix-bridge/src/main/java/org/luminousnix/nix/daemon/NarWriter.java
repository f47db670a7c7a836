package org.luminousnix.nix.daemon;

import org.luminousnix.nix.store.StoreDirectory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.luminousnix.nix.NixErrorCode.FILE_CHANGED;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixErrorCode.UNSUPPORTED_SHAPE;
import static org.luminousnix.nix.NixException.nixException;

/// Writes a file tree as a NAR (Nix manual, "Nix Archive (NAR) format"). Nothing of it but names, contents, symlinks and the
/// executable bit is kept.
final class NarWriter
{
    private static final int BUFFER_BYTES = 1 << 15;
    private static final Comparator<Path> BY_BYTES = Comparator.comparing(path -> path.getFileName().toString().getBytes(UTF_8),
            Arrays::compareUnsigned);

    private final WireWriter writer;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    private NarWriter(WireWriter writer)
    {
        this.writer = writer;
    }

    static void write(Path tree, OutputStream output) throws IOException
    {
        // A NAR holds no store paths of its own, so that the directory is of no effect.
        var writer = new WireWriter(output, StoreDirectory.USUAL);
        writer.text("nix-archive-1");
        new NarWriter(writer).node(tree);
        writer.flush();
    }

    private void node(Path path) throws IOException
    {
        BasicFileAttributes attributes = attributes(path);
        texts("(", "type");
        if (attributes.isRegularFile()) {
            regular(path, attributes.size());
        }
        else if (attributes.isSymbolicLink()) {
            texts("symlink", "target", Files.readSymbolicLink(path).toString());
        }
        else if (attributes.isDirectory()) {
            directory(path);
        }
        else {
            throw nixException(UNSUPPORTED_SHAPE, "%s is neither a file nor a symlink nor a directory", path);
        }
        writer.text(")");
    }

    private void regular(Path path, long size) throws IOException
    {
        writer.text("regular");
        if (Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE)) {
            texts("executable", "");
        }
        writer.text("contents");
        writer.number(size);
        try (InputStream input = input(path)) {
            long left = size;
            int count = input.read(buffer);
            while (count >= 0) {
                left -= count;
                requireUnchanged(left >= 0, path);
                writer.raw(buffer, 0, count);
                count = input.read(buffer);
            }
            requireUnchanged(left == 0, path);
        }
        writer.padAfter(size);
    }

    private void directory(Path path) throws IOException
    {
        writer.text("directory");
        for (Path child : children(path)) {
            texts("entry", "(", "name", child.getFileName().toString(), "node");
            node(child);
            writer.text(")");
        }
    }

    private void texts(String... texts) throws IOException
    {
        for (String text : texts) {
            writer.text(text);
        }
    }

    private static List<Path> children(Path path)
    {
        try (Stream<Path> children = Files.list(path)) {
            return children.sorted(BY_BYTES).toList();
        }
        catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static BasicFileAttributes attributes(Path path)
    {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
        catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static InputStream input(Path path)
    {
        try {
            return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
        }
        catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static RuntimeException unreadable(Path path, IOException cause)
    {
        return nixException(FILE_INACCESSIBLE, cause, "cannot read %s: %s", path, cause.getMessage());
    }

    private static void requireUnchanged(boolean unchanged, Path path)
    {
        if (!unchanged) {
            throw nixException(FILE_CHANGED, "%s changed its length while it was read", path);
        }
    }
}
