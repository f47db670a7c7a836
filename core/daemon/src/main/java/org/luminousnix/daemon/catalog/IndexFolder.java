package org.luminousnix.daemon.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.luminousnix.daemon.catalog.CatalogException.Code.INDEX_FAILED;
import static org.luminousnix.daemon.catalog.CatalogException.Code.UNREADABLE_SOURCE;
import static org.luminousnix.daemon.catalog.CatalogException.catalogException;

/// The directory of indexes, one below it for each state of the sources, named by a hash of their contents. An index is built beside
/// and renamed when it is finished, so that what has the right name is whole.
final class IndexFolder
{
    private static final String FORMAT = "4";
    private static final String STAMPS = "sources.properties";
    private static final String BUILDING = ".building-";

    private final Path directory;

    IndexFolder(Path directory)
    {
        this.directory = directory;
    }

    /// Returns the hash of the sources' contents, of the knowledge and of the index format. A file whose size and time are
    /// as they were is not read again.
    String hash(CatalogSources sources)
    {
        try {
            Files.createDirectories(directory);
            Properties stamps = readStamps();
            var all = new StringBuilder(FORMAT).append(' ').append(Knowledge.checksum());
            var seen = new Properties();
            for (Optional<Path> source : List.of(sources.packages(), sources.options(), sources.homeOptions(), sources.programs())) {
                all.append('\n').append(source.isPresent() ? contentHash(source.get(), stamps, seen) : "-");
            }
            if (!seen.equals(stamps)) {
                writeStamps(seen);
            }
            return HexFormat.of().formatHex(sha256().digest(all.toString().getBytes(UTF_8)), 0, 16);
        }
        catch (IOException e) {
            throw catalogException(UNREADABLE_SOURCE, e, "cannot read the catalogue's sources: " + e.getMessage());
        }
    }

    private Properties readStamps() throws IOException
    {
        var stamps = new Properties();
        Path file = directory.resolve(STAMPS);
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                stamps.load(in);
            }
        }
        return stamps;
    }

    private void writeStamps(Properties stamps) throws IOException
    {
        Path fresh = directory.resolve(STAMPS + ".new");
        try (var out = Files.newOutputStream(fresh)) {
            stamps.store(out, null);
        }
        Files.move(fresh, directory.resolve(STAMPS), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String contentHash(Path source, Properties stamps, Properties seen) throws IOException
    {
        Path file = source.toRealPath();
        String stamp = file + "|" + Files.size(file) + "|" + Files.getLastModifiedTime(file).toMillis();
        String hash = stamps.getProperty(stamp);
        if (hash == null) {
            hash = contentHash(file);
        }
        seen.setProperty(stamp, hash);
        return hash;
    }

    private static String contentHash(Path file) throws IOException
    {
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256()
    {
        try {
            return MessageDigest.getInstance("SHA-256");
        }
        catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Opens the index of this hash, if it was finished.
    Optional<OpenIndex> open(String hash)
    {
        Path index = directory.resolve(hash);
        if (!Files.isDirectory(index)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OpenIndex.open(index));
        }
        catch (IOException e) {
            // Damaged on disk: built again.
            delete(index);
            return Optional.empty();
        }
    }

    /// Builds the index of this hash and opens it.
    OpenIndex build(String hash, CatalogSources sources, Knowledge knowledge)
    {
        Path fresh = null;
        try {
            Files.createDirectories(directory);
            fresh = Files.createTempDirectory(directory, BUILDING);
            new IndexWriting(knowledge).write(sources, fresh);
            moveIntoPlace(fresh, directory.resolve(hash));
            return OpenIndex.open(directory.resolve(hash));
        }
        catch (IOException | UncheckedIOException e) {
            throw catalogException(INDEX_FAILED, e, "cannot write the index in " + directory + ": " + e.getMessage());
        }
        finally {
            if (fresh != null) {
                delete(fresh);
            }
        }
    }

    private static void moveIntoPlace(Path fresh, Path place) throws IOException
    {
        try {
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        }
        catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was quicker with the same content; its index is as good.
            delete(fresh);
        }
    }

    /// Deletes every index but this one, half-built ones included.
    void keepOnly(String hash)
    {
        try (Stream<Path> indexes = Files.list(directory)) {
            indexes.filter(Files::isDirectory).filter(index -> !index.getFileName().toString().equals(hash)).forEach(IndexFolder::delete);
        }
        catch (IOException e) {
            throw catalogException(INDEX_FAILED, e, "cannot tidy " + directory + ": " + e.getMessage());
        }
    }

    private static void delete(Path directory)
    {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        catch (IOException e) {
            throw catalogException(INDEX_FAILED, e, "cannot delete " + directory + ": " + e.getMessage());
        }
    }
}
