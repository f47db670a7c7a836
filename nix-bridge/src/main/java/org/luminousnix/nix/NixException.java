package org.luminousnix.nix;

import java.util.Locale;

import static java.util.Objects.requireNonNull;

/// Says what went wrong with Nix, by a code that a caller may act on and a message that a person may read.
///
/// It is the only exception that this module throws on purpose.
public final class NixException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final NixErrorCode code;

    private NixException(NixErrorCode code, String message, Throwable cause)
    {
        super(message, cause);
        this.code = requireNonNull(code, "code is null");
    }

    /// Creates an exception whose message is built by [String#format].
    public static NixException nixException(NixErrorCode code, String format, Object... arguments)
    {
        return new NixException(code, message(format, arguments), null);
    }

    /// Creates an exception that was caused by another.
    public static NixException nixException(NixErrorCode code, Throwable cause, String format, Object... arguments)
    {
        return new NixException(code, message(format, arguments), requireNonNull(cause, "cause is null"));
    }

    /// Returns what kind of failure this is.
    public NixErrorCode code()
    {
        return code;
    }

    private static String message(String format, Object... arguments)
    {
        return arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    }
}
