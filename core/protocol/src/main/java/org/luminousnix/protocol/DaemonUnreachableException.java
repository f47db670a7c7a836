package org.luminousnix.protocol;

import static java.util.Objects.requireNonNull;

/// The daemon cannot be spoken to.
public final class DaemonUnreachableException extends RuntimeException
{
    private static final long serialVersionUID = 1;

    private final Reason reason;

    public DaemonUnreachableException(Reason reason, String message)
    {
        super(requireNonNull(message, "message is null"));
        this.reason = requireNonNull(reason, "reason is null");
    }

    /// Returns why, for clients that can do something about it.
    public Reason reason()
    {
        return reason;
    }

    /// Why the daemon cannot be spoken to.
    public enum Reason
    {
        /// Nobody listens on the socket, or it is not there: a daemon may be started.
        NOT_RUNNING,

        /// The socket is there, and this account may not use it.
        DENIED,

        /// The path can be no socket's.
        BAD_PATH,

        /// The connection ended before the answer came.
        LOST,

        /// The answer did not come in time.
        TIMEOUT
    }
}
