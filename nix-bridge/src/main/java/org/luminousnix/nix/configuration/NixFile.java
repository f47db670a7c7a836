package org.luminousnix.nix.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.FILE_CHANGED;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixErrorCode.PERMISSION_DENIED;
import static org.luminousnix.nix.NixException.nixException;

/// A file with Nix in it as it was when it was read; it is written whole or not at all.
public final class NixFile
{
    /// The most bytes that are read.
    static final int LARGEST = 10 << 20;

    private static final Path STORE = Path.of("/nix/store");

    private static final Set<PosixFilePermission> WRITING = Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_WRITE);

    private final Path path;
    private final byte[] bytes;
    private final String text;

    private NixFile(Path path, byte[] bytes, String text)
    {
        this.path = requireNonNull(path, "path is null");
        this.bytes = requireNonNull(bytes, "bytes is null");
        this.text = requireNonNull(text, "text is null");
    }

    public static NixFile read(Path path)
    {
        byte[] bytes = bytes(path);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new NixFile(path, bytes, text);
        }
        catch (CharacterCodingException e) {
            throw nixException(FILE_INACCESSIBLE, e, "%s is not UTF-8, so that it is not edited", path);
        }
    }

    public String text()
    {
        return text;
    }

    /// Fails if the file could not be written now, or should not.
    void checkWritable()
    {
        Path real = real();
        if (real.startsWith(STORE) || isStorePath(real)) {
            throw nixException(PERMISSION_DENIED,
                    "%s leads into the store (%s), where nothing is changed; it has to be edited where it was built from", path, real);
        }
        if (!Files.isWritable(real) || isMarkedReadOnly(real)) {
            throw nixException(PERMISSION_DENIED, "%s is read-only for this user", path);
        }
        if (!Files.isWritable(real.getParent())) {
            throw nixException(PERMISSION_DENIED, "the directory of %s is read-only for this user", path);
        }
        checkUnchanged();
    }

    public void write(String changed, boolean backup)
    {
        checkWritable();
        Path real = real();
        Path fresh = null;
        try {
            fresh = Files.createTempFile(real.getParent(), "." + real.getFileName() + ".", ".new");
            fill(fresh, changed.getBytes(StandardCharsets.UTF_8));
            takeOwnership(real, fresh);
            if (backup) {
                Files.copy(real, real.resolveSibling(real.getFileName() + ".backup"), StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
            checkUnchanged();
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            fresh = null;
            persist(real.getParent());
        }
        catch (AccessDeniedException e) {
            throw nixException(PERMISSION_DENIED, e, "%s may not be written by this user", path);
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "%s cannot be written: %s", path, e.getMessage());
        }
        finally {
            discard(fresh);
        }
    }

    private void checkUnchanged()
    {
        if (!Arrays.equals(bytes, bytes(path))) {
            throw nixException(FILE_CHANGED, "%s was changed by somebody else since it was read; nothing was written", path);
        }
    }

    private Path real()
    {
        try {
            return path.toRealPath();
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "%s cannot be found: %s", path, e.getMessage());
        }
    }

    // Root may write everything; a file that nobody may write is meant to stay as it is all the same.
    private boolean isMarkedReadOnly(Path real)
    {
        try {
            return Collections.disjoint(Files.getPosixFilePermissions(real), WRITING);
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "the mode of %s cannot be read: %s", path, e.getMessage());
        }
    }

    // A lab has its store elsewhere: there, too, a store path is a hash and a name below a directory called "store".
    private static boolean isStorePath(Path real)
    {
        for (int index = 1; index < real.getNameCount(); index++) {
            boolean below = real.getName(index - 1).toString().equals("store");
            if (below && real.getName(index).toString().matches("[0-9a-df-np-sv-z]{32}-.+")) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(Path path)
    {
        try {
            if (!Files.isRegularFile(path)) {
                throw nixException(FILE_INACCESSIBLE, "%s is not a file", path);
            }
            if (Files.size(path) > LARGEST) {
                throw nixException(FILE_INACCESSIBLE, "%s has %d bytes, more than the %d that are read", path, Files.size(path), LARGEST);
            }
            return Files.readAllBytes(path);
        }
        catch (AccessDeniedException e) {
            throw nixException(PERMISSION_DENIED, e, "%s may not be read by this user", path);
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "%s cannot be read: %s", path, e.getMessage());
        }
    }

    private static void fill(Path file, byte[] content)
            throws IOException
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void takeOwnership(Path from, Path to)
            throws IOException
    {
        PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        PosixFileAttributes own = view.readAttributes();
        if (!own.owner().equals(old.owner())) {
            view.setOwner(old.owner());
        }
        if (!own.group().equals(old.group())) {
            view.setGroup(old.group());
        }
        view.setPermissions(old.permissions());
    }

    private static void persist(Path directory)
            throws IOException
    {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(Path file)
    {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "%s was left behind: %s", file, e.getMessage());
        }
    }
}
