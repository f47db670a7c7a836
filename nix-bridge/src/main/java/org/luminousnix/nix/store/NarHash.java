package org.luminousnix.nix.store;

import java.util.Base64;
import java.util.HexFormat;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_HASH;
import static org.luminousnix.nix.NixException.nixException;

/// The SHA-256 of an object's NAR serialisation.
///
/// @param base16 64 lower-case hexadecimal digits, as the worker protocol writes it
public record NarHash(String base16)
{
    private static final int BYTES = 32;
    private static final String ALGORITHM = "sha256:";
    private static final String SRI = "sha256-";
    private static final HexFormat HEX = HexFormat.of();

    public NarHash
    {
        requireNonNull(base16, "base16 is null");
        if (base16.length() != 2 * BYTES || !base16.chars().allMatch(NarHash::isLowerCaseDigit)) {
            throw nixException(INVALID_HASH, "not a SHA-256 in base 16: %s", base16);
        }
    }

    /// Returns the hash of these 32 bytes.
    public static NarHash of(byte[] digest)
    {
        return new NarHash(HEX.formatHex(digest));
    }

    /// Reads `sha256:` with base 16 or base 32, or `sha256-` with base 64.
    ///
    /// @throws org.luminousnix.nix.NixException INVALID_HASH if it is none of these
    public static NarHash parse(String text)
    {
        if (text.startsWith(SRI)) {
            return of(base64(text.substring(SRI.length())));
        }
        if (!text.startsWith(ALGORITHM)) {
            throw nixException(INVALID_HASH, "not a SHA-256: %s", text);
        }
        String digits = text.substring(ALGORITHM.length());
        return digits.length() == 2 * BYTES ? new NarHash(digits) : of(Base32.decode(digits, BYTES));
    }

    /// Returns the 32 bytes.
    public byte[] bytes()
    {
        return HEX.parseHex(base16);
    }

    /// Returns `sha256:` and base 32, as `nix-store --query --hash` prints it.
    public String nix32()
    {
        return ALGORITHM + Base32.encode(bytes());
    }

    /// Returns `sha256-` and base 64, as `nix path-info --json` prints it.
    public String sri()
    {
        return SRI + Base64.getEncoder().encodeToString(bytes());
    }

    @Override
    public String toString()
    {
        return nix32();
    }

    private static byte[] base64(String digits)
    {
        try {
            return Base64.getDecoder().decode(digits);
        }
        catch (IllegalArgumentException e) {
            throw nixException(INVALID_HASH, e, "not a SHA-256 in base 64: %s", digits);
        }
    }

    private static boolean isLowerCaseDigit(int character)
    {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
