package org.luminousnix.nix.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Registers links that lie anywhere as roots of the garbage collector, as Nix does: `gcroots/auto/<nix32 sha1 of the link's path>`.
final class IndirectRoots
{
    private static final String DIGITS = "0123456789abcdfghijklmnpqrsvwxyz";

    private final Path directory;

    IndirectRoots(Path state)
    {
        this.directory = state.resolve("gcroots/auto");
    }

    void add(Path link) throws IOException
    {
        Files.createDirectories(directory);
        Links.replace(directory.resolve(nameOf(link)), link);
    }

    static String nameOf(Path link)
    {
        try {
            return nix32(MessageDigest.getInstance("SHA-1").digest(link.toString().getBytes(UTF_8)));
        }
        catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /// Writes bytes in Nix' base 32: five bits a digit, the last ones first.
    private static String nix32(byte[] bytes)
    {
        int length = (bytes.length * 8 - 1) / 5 + 1;
        var text = new StringBuilder(length);
        for (int digit = length - 1; digit >= 0; digit--) {
            int bit = digit * 5;
            int low = (bytes[bit / 8] & 0xff) >> (bit % 8);
            int high = bit / 8 + 1 < bytes.length ? (bytes[bit / 8 + 1] & 0xff) << (8 - bit % 8) : 0;
            text.append(DIGITS.charAt((low | high) & 0x1f));
        }
        return text.toString();
    }
}
