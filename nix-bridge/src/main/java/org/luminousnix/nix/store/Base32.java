package org.luminousnix.nix.store;

import java.util.Arrays;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.luminousnix.nix.NixErrorCode.INVALID_HASH;
import static org.luminousnix.nix.NixException.nixException;

/// The base 32 of Nix: digits and letters without `e`, `o`, `t` and `u`, least significant bits last
/// (Nix manual, "Nix32 Encoding").
public final class Base32
{
    private static final byte[] ALPHABET = "0123456789abcdfghijklmnpqrsvwxyz".getBytes(US_ASCII);
    private static final byte[] VALUES = values();
    private static final int DIGEST_LENGTH = 32;
    private static final int BITS = 5;
    private static final int MASK = 0x1f;

    private Base32()
    {}

    /// Returns whether a text is a store path digest: 32 characters of the alphabet, which are 160 bits.
    public static boolean isDigest(String text)
    {
        if (text.length() != DIGEST_LENGTH) {
            return false;
        }
        for (int index = 0; index < DIGEST_LENGTH; index++) {
            if (value(text.charAt(index)) < 0) {
                return false;
            }
        }
        return true;
    }

    /// Returns how many characters so many bytes take.
    public static int encodedLength(int bytes)
    {
        return (bytes * Byte.SIZE + BITS - 1) / BITS;
    }

    /// Encodes bytes.
    public static String encode(byte[] bytes)
    {
        int length = encodedLength(bytes.length);
        var text = new byte[length];
        for (int position = 0; position < length; position++) {
            int bit = (length - 1 - position) * BITS;
            int low = Byte.toUnsignedInt(bytes[bit / Byte.SIZE]) >> (bit % Byte.SIZE);
            int next = bit / Byte.SIZE + 1;
            int high = next < bytes.length ? Byte.toUnsignedInt(bytes[next]) << (Byte.SIZE - bit % Byte.SIZE) : 0;
            text[position] = ALPHABET[(low | high) & MASK];
        }
        return new String(text, US_ASCII);
    }

    /// Decodes a text into so many bytes.
    ///
    /// @throws org.luminousnix.nix.NixException INVALID_HASH if it has another length, other characters, or bits beyond the bytes
    public static byte[] decode(String text, int byteCount)
    {
        if (text.length() != encodedLength(byteCount)) {
            throw nixException(INVALID_HASH, "not a base-32 text of %d bytes: %s", byteCount, text);
        }
        var bytes = new byte[byteCount];
        for (int position = 0; position < text.length(); position++) {
            place(bytes, (text.length() - 1 - position) * BITS, text, position);
        }
        return bytes;
    }

    private static void place(byte[] bytes, int bit, String text, int position)
    {
        int value = value(text.charAt(position));
        int index = bit / Byte.SIZE;
        int shifted = value << (bit % Byte.SIZE);
        boolean overflows = index + 1 >= bytes.length && shifted >> Byte.SIZE != 0;
        if (value < 0 || overflows) {
            throw nixException(INVALID_HASH, "not a base-32 text of %d bytes: %s", bytes.length, text);
        }
        bytes[index] |= (byte) shifted;
        if (index + 1 < bytes.length) {
            bytes[index + 1] |= (byte) (shifted >> Byte.SIZE);
        }
    }

    private static int value(char character)
    {
        return character < VALUES.length ? VALUES[character] : -1;
    }

    private static byte[] values()
    {
        var values = new byte[1 << 7];
        Arrays.fill(values, (byte) -1);
        for (int value = 0; value < ALPHABET.length; value++) {
            values[ALPHABET[value]] = (byte) value;
        }
        return values;
    }
}
