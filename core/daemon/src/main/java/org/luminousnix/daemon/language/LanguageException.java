package org.luminousnix.daemon.language;

import static java.util.Objects.requireNonNull;

/// Says what was wrong with language data or a slot.
public final class LanguageException extends RuntimeException
{
    private final LanguageError error;

    private LanguageException(LanguageError error, String message)
    {
        super(message);
        this.error = requireNonNull(error, "error is null");
    }

    /// Makes one of a code and a formatted message.
    public static LanguageException languageException(LanguageError error, String format, Object... arguments)
    {
        return new LanguageException(error, String.format(format, arguments));
    }

    /// Returns the code.
    public LanguageError error()
    {
        return error;
    }
}
