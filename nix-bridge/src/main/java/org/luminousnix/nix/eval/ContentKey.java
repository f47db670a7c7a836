package org.luminousnix.nix.eval;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A digest of everything that an evaluation is known to depend on: texts, and the content of directories.
///
/// A path of the store stands for its content. A directory of more than 5000 files or 64 MiB gives no key.
final class ContentKey
{
    private static final int MOST_FILES = 5_000;
    private static final long MOST_BYTES = 64L << 20;

    private final Path store;
    private final MessageDigest digest;
    private int files;
    private long bytes;
    private boolean complete = true;

    ContentKey(Path store)
    {
        this.store = store;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        }
        catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    ContentKey text(String text)
    {
        byte[] encoded = text.getBytes(UTF_8);
        digest.update((encoded.length + ":").getBytes(UTF_8));
        digest.update(encoded);
        return this;
    }

    /// Takes in a directory by name and content.
    ContentKey directory(Path directory)
    {
        return text(directory.toString()).content(directory);
    }

    /// Takes in the content of a directory or of a file, wherever it lies.
    ContentKey content(Path place)
    {
        try {
            Path real = place.toRealPath();
            if (real.startsWith(store)) {
                return text(real.toString());
            }
            var found = new TreeMap<String, Path>();
            Files.walkFileTree(real, new Collect(real, found));
            for (var file : found.entrySet()) {
                text(file.getKey());
                file(file.getValue());
            }
        }
        catch (IOException _) {
            complete = false;
        }
        return this;
    }

    /// Returns the key, empty if something could not be read or is too large.
    Optional<String> key()
    {
        return complete ? Optional.of(HexFormat.of().formatHex(digest.digest())) : Optional.empty();
    }

    private void file(Path file) throws IOException
    {
        text(Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "");
        if (Files.isRegularFile(file)) {
            byte[] content = Files.readAllBytes(file);
            digest.update((content.length + ":").getBytes(UTF_8));
            digest.update(content);
        }
    }

    private final class Collect extends SimpleFileVisitor<Path>
    {
        private final Path root;
        private final Map<String, Path> found;

        Collect(Path root, Map<String, Path> found)
        {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        {
            return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
        {
            files++;
            bytes += attributes.size();
            if (files > MOST_FILES || bytes > MOST_BYTES) {
                complete = false;
                return FileVisitResult.TERMINATE;
            }
            found.put(root.relativize(file).toString(), file);
            return FileVisitResult.CONTINUE;
        }
    }
}
