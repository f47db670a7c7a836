package org.luminousnix.nix.system;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/// Adds up what deleting files would free, as Nix counts it when it deletes: the size of everything but directories, once the last
/// name of a file is gone.
final class DiskUsage
{
    private final Path links;
    private final Map<Object, Names> shared = new HashMap<>();
    private long bytes;

    /// Creates an empty sum.
    ///
    /// @param store the store, whose `.links` holds one more name of each file that is shared by optimisation and loses it by itself
    DiskUsage(Path store)
    {
        this.links = store.resolve(".links");
    }

    /// Adds a file or a directory with all that is in it; what cannot be read counts nothing.
    void add(Path path)
    {
        try {
            Files.walkFileTree(path, new Visitor());
        }
        catch (IOException _) {
            // It was deleted meanwhile: there is nothing left that could be freed.
        }
    }

    /// Returns how many bytes would be freed.
    long bytes()
    {
        int ownedByStore = Files.isDirectory(links) ? 1 : 0;
        return bytes
                + shared.values().stream().filter(names -> names.seen + ownedByStore >= names.all).mapToLong(names -> names.size).sum();
    }

    private void count(Path file, BasicFileAttributes attributes) throws IOException
    {
        int names = (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
        if (names == 1) {
            bytes += attributes.size();
            return;
        }
        shared.computeIfAbsent(attributes.fileKey(), _ -> new Names(names, attributes.size())).seen++;
    }

    private static final class Names
    {
        private final int all;
        private final long size;
        private int seen;

        Names(int all, long size)
        {
            this.all = all;
            this.size = size;
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path>
    {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException
        {
            count(file, attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure)
        {
            return FileVisitResult.CONTINUE;
        }
    }
}
