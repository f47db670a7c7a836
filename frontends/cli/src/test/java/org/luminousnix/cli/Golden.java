package org.luminousnix.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/// Compares text with the committed file of that name. Run with `-Dgolden.write=true` to write the files anew, and read the difference.
final class Golden
{
    private static final Path DIRECTORY = Path.of("src/test/resources/golden");

    private Golden()
    {}

    static void check(String name, String text)
    {
        Path file = DIRECTORY.resolve(name + ".txt");
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(DIRECTORY);
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
