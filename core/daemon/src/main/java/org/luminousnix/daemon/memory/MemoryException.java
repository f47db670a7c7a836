package org.luminousnix.daemon.memory;

import static java.util.Objects.requireNonNull;

/// Something could not be remembered, or not be recalled.
public final class MemoryException extends RuntimeException
{
    private static final long serialVersionUID = 1;

    private final Code code;

    private MemoryException(Code code, String message, Throwable cause)
    {
        super(requireNonNull(message, "message is null"), cause);
        this.code = requireNonNull(code, "code is null");
    }

    static MemoryException memoryException(Code code, String format, Object... arguments)
    {
        return new MemoryException(code, format.formatted(arguments), null);
    }

    static MemoryException memoryException(Throwable cause, Code code, String format, Object... arguments)
    {
        return new MemoryException(code, format.formatted(arguments), cause);
    }

    public Code code()
    {
        return code;
    }

    /// What kept it from being remembered or recalled.
    public enum Code
    {
        /// The memory is only read; [Memory#condition] says why.
        READ_ONLY,

        /// The disk is full.
        DISK_FULL,

        /// The database is damaged; the next start sets it aside and restores the last backup.
        DAMAGED,

        /// The database cannot be opened.
        UNAVAILABLE,

        /// The daemon is ending.
        CLOSED,

        /// Anything else.
        FAILED
    }
}
