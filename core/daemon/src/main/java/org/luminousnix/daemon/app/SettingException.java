package org.luminousnix.daemon.app;

/// A setting has a value that it cannot have; the message says which, and what would be right.
public final class SettingException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    public SettingException(String message)
    {
        super(message);
    }
}
