package org.luminousnix.cli;

/// The daemon does not run and could not be started; the message says why, with the end of its log.
final class DaemonStartException extends RuntimeException
{
    private static final long serialVersionUID = 1;

    DaemonStartException(String message)
    {
        super(message);
    }
}
