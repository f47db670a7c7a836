package org.luminousnix.nix.store;

import java.util.Locale;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_HASH;
import static org.luminousnix.nix.NixException.nixException;

/// What an object's path was made from, if it was made from its content (Nix manual, "Content-Addressing Store Objects").
///
/// @param method how the content was hashed
/// @param algorithm by which algorithm
/// @param hash the hash in base 32
public record ContentAddress(Method method, Algorithm algorithm, String hash)
{
    public ContentAddress
    {
        requireNonNull(method, "method is null");
        requireNonNull(algorithm, "algorithm is null");
        requireNonNull(hash, "hash is null");
        if (hash.length() != Base32.encodedLength(algorithm.bytes)) {
            throw nixException(INVALID_HASH, "not a %s in base 32: %s", algorithm, hash);
        }
    }

    /// Reads `text:sha256:HASH`, `fixed:sha256:HASH`, `fixed:r:sha256:HASH` or `fixed:git:sha1:HASH`.
    ///
    /// @throws org.luminousnix.nix.NixException INVALID_HASH if it is none
    public static ContentAddress parse(String text)
    {
        int end = text.lastIndexOf(':');
        int start = text.lastIndexOf(':', end - 1);
        if (end < 0 || start < 0) {
            throw nixException(INVALID_HASH, "not a content address: %s", text);
        }
        var method = Method.ofPrefix(text.substring(0, start + 1));
        var algorithm = Algorithm.ofName(text.substring(start + 1, end));
        return new ContentAddress(method, algorithm, text.substring(end + 1));
    }

    /// Returns the text that a store keeps.
    @Override
    public String toString()
    {
        return scheme(method, algorithm) + ":" + hash;
    }

    /// Returns how an upload names a method with an algorithm: `fixed:r:sha256`.
    public static String scheme(Method method, Algorithm algorithm)
    {
        return method.prefix + algorithm;
    }

    /// What of an object is hashed.
    public enum Method
    {
        /// The bytes of a file that may have references, such as a derivation.
        TEXT("text:"),
        /// The bytes of a single file.
        FLAT("fixed:"),
        /// The NAR serialisation.
        NAR("fixed:r:"),
        /// The tree as Git hashes it.
        GIT("fixed:git:");

        private final String prefix;

        Method(String prefix)
        {
            this.prefix = prefix;
        }

        private static Method ofPrefix(String prefix)
        {
            for (Method method : values()) {
                if (method.prefix.equals(prefix)) {
                    return method;
                }
            }
            throw nixException(INVALID_HASH, "not a method of content addressing: %s", prefix);
        }
    }

    /// A hash algorithm that Nix knows.
    public enum Algorithm
    {
        MD5(16),
        SHA1(20),
        SHA256(32),
        SHA512(64);

        private final int bytes;

        Algorithm(int bytes)
        {
            this.bytes = bytes;
        }

        private static Algorithm ofName(String name)
        {
            for (Algorithm algorithm : values()) {
                if (algorithm.toString().equals(name)) {
                    return algorithm;
                }
            }
            throw nixException(INVALID_HASH, "not a hash algorithm: %s", name);
        }

        @Override
        public String toString()
        {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
