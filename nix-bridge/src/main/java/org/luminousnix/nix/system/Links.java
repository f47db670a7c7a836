package org.luminousnix.nix.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

/// Replaces symbolic links so that there is always one.
final class Links
{
    private Links()
    {}

    /// Makes `link` lead to `target`, by a new link that is renamed over the old one.
    static void replace(Path link, Path target) throws IOException
    {
        Path temporary = link
                .resolveSibling("." + link.getFileName() + ".tmp-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
        Files.createSymbolicLink(temporary, target);
        try {
            Files.move(temporary, link, ATOMIC_MOVE);
        }
        finally {
            Files.deleteIfExists(temporary);
        }
    }
}
