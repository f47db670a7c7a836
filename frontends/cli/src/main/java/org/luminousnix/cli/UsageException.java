package org.luminousnix.cli;

/// The command line cannot be meant; the message says what is wrong and what would be right.
final class UsageException extends RuntimeException
{
    private static final long serialVersionUID = 1;

    UsageException(String message)
    {
        super(message);
    }
}
