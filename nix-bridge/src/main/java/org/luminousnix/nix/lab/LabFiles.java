package org.luminousnix.nix.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.unmodifiableMap;
import static java.util.Objects.requireNonNull;

/// The files that a lab is made of, as they came with the program.
///
/// @param texts text by path, as `nixpkgs/default.nix`
/// @param stamp a hash of all paths and texts, in hexadecimal
record LabFiles(Map<String, String> texts, String stamp)
{
    private static final String INDEX = "files.txt";

    LabFiles
    {
        texts = unmodifiableMap(new LinkedHashMap<>(texts));
        requireNonNull(stamp, "stamp is null");
    }

    /// Reads the files that came with the program; they are read once.
    static LabFiles ofProgram()
    {
        return OfProgram.FILES;
    }

    /// Returns the text of one file.
    String text(String path)
    {
        return requireNonNull(texts.get(path), path);
    }

    private static LabFiles load()
    {
        var texts = new LinkedHashMap<String, String>();
        resource(INDEX).lines().forEach(path -> texts.put(path, resource(path)));
        return new LabFiles(texts, hash(texts));
    }

    private static String hash(Map<String, String> texts)
    {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                // Lengths keep apart what stands together.
                digest.update((path + '\0' + text.length() + '\0' + text).getBytes(UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        }
        catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static String resource(String path)
    {
        try (InputStream input = LabFiles.class.getResourceAsStream(path)) {
            return new String(requireNonNull(input, path).readAllBytes(), UTF_8);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OfProgram
    {
        private static final LabFiles FILES = load();
    }
}
