package org.luminousnix.nix.daemon;

/// Whether a daemon trusts its client, which decides about repair, restricted settings and unsigned objects.
public enum Trust
{
    /// The daemon does not say, as before protocol 1.35.
    UNKNOWN,
    TRUSTED,
    NOT_TRUSTED;

    private static final Trust[] BY_NUMBER = values();

    static Trust ofNumber(long number)
    {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[(int) number] : UNKNOWN;
    }
}
