package org.luminousnix.nix.store;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_STORE_PATH;
import static org.luminousnix.nix.NixException.nixException;

/// A path in a Nix store: 32 base-32 characters + `-` + name (Nix manual, "Store Path").
///
/// It says nothing about which store: [StoreDirectory] does.
public record StorePath(String hashPart, String name) implements Comparable<StorePath>
{
    /// How many characters the hash part has.
    public static final int HASH_PART_LENGTH = 32;

    private static final int NAME_LENGTH = 211;
    private static final String PUNCTUATION = "+-._?=";
    private static final String DERIVATION_SUFFIX = ".drv";

    public StorePath
    {
        requireNonNull(hashPart, "hashPart is null");
        requireNonNull(name, "name is null");
        if (!Base32.isDigest(hashPart)) {
            throw nixException(INVALID_STORE_PATH, "not a store path digest: %s", hashPart);
        }
        requireName(name);
    }

    /// Reads a base name, `00000000000000000000000000000000-name`.
    ///
    /// @throws org.luminousnix.nix.NixException INVALID_STORE_PATH if it is none
    public static StorePath ofBaseName(String baseName)
    {
        if (baseName.length() <= HASH_PART_LENGTH || baseName.charAt(HASH_PART_LENGTH) != '-') {
            throw nixException(INVALID_STORE_PATH, "not the base name of a store path: %s", baseName);
        }
        return new StorePath(baseName.substring(0, HASH_PART_LENGTH), baseName.substring(HASH_PART_LENGTH + 1));
    }

    /// Checks that a text may be the name part of a path: 1 to 211 letters, digits and `+-._?=`.
    ///
    /// @throws org.luminousnix.nix.NixException INVALID_STORE_PATH if it may not
    public static void requireName(String name)
    {
        if (!isName(name)) {
            throw nixException(INVALID_STORE_PATH, "not a store path name: %s", name);
        }
    }

    /// Returns the last component of the path, hash part and name.
    public String baseName()
    {
        return hashPart + "-" + name;
    }

    /// Returns whether this is a derivation file.
    public boolean isDerivation()
    {
        return name.endsWith(DERIVATION_SUFFIX);
    }

    @Override
    public int compareTo(StorePath other)
    {
        int byHash = hashPart.compareTo(other.hashPart);
        return byHash != 0 ? byHash : name.compareTo(other.name);
    }

    @Override
    public String toString()
    {
        return baseName();
    }

    private static boolean isName(String name)
    {
        if (name.isEmpty() || name.length() > NAME_LENGTH || isDots(name)) {
            return false;
        }
        for (int index = 0; index < name.length(); index++) {
            char character = name.charAt(index);
            boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
            boolean digit = character >= '0' && character <= '9';
            if (!letter && !digit && PUNCTUATION.indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    // `.` and `..`, alone or before a dash, could be taken for directories where a name is cut at its dashes.
    private static boolean isDots(String name)
    {
        int dash = name.indexOf('-');
        String first = dash < 0 ? name : name.substring(0, dash);
        return first.equals(".") || first.equals("..");
    }
}
