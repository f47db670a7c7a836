package org.luminousnix.daemon.catalog;

import static java.util.Objects.requireNonNull;

/// The one failure of this package: what went wrong, and with which file.
public final class CatalogException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /// What kind of failure it is.
    public enum Code
    {
        /// A source file is missing or cannot be read.
        UNREADABLE_SOURCE,
        /// A source file is not of the format that it is said to have.
        MALFORMED_SOURCE,
        /// The index directory cannot be read or written.
        INDEX_FAILED,
    }

    private final Code code;

    private CatalogException(Code code, String message, Throwable cause)
    {
        super(message, cause);
        this.code = requireNonNull(code, "code is null");
    }

    /// Creates the exception of this kind, with the failure beneath it.
    public static CatalogException catalogException(Code code, Throwable cause, String message)
    {
        return new CatalogException(code, message, cause);
    }

    /// Creates the exception of this kind.
    public static CatalogException catalogException(Code code, String message)
    {
        return new CatalogException(code, message, null);
    }

    public Code code()
    {
        return code;
    }
}
