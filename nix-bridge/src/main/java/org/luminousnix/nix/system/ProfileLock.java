package org.luminousnix.nix.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.luminousnix.nix.NixErrorCode.LOCKED;
import static org.luminousnix.nix.NixException.nixException;

/// Looks whether another process works on a profile, without taking the lock: Nix locks `<profile>.lock` by flock(2), which Java has not.
final class ProfileLock
{
    private static final Path LOCKS = Path.of("/proc/locks");

    private ProfileLock()
    {}

    /// Checks that nobody holds the lock of a profile at this moment.
    ///
    /// @throws org.luminousnix.nix.NixException LOCKED if somebody does
    static void requireFree(Path profile)
    {
        Path lock = profile.resolveSibling(profile.getFileName() + ".lock");
        try {
            String inode = ":" + Files.getAttribute(lock, "unix:ino");
            for (String line : Files.readAllLines(LOCKS)) {
                List<String> fields = List.of(line.strip().split("\\s+"));
                if (fields.size() > 5 && fields.get(1).equals("FLOCK") && fields.get(5).endsWith(inode)) {
                    throw nixException(LOCKED, "process %s works on %s; try again when it has ended", fields.get(4), profile);
                }
            }
        }
        catch (IOException _) {
            // Without a lock file nobody holds the lock; without /proc/locks Nix itself will wait for it.
        }
    }
}
