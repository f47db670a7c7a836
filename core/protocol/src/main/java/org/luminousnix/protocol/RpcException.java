package org.luminousnix.protocol;

import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// A request that ended with an error: thrown by methods of the daemon, and by the client that receives it.
public final class RpcException extends RuntimeException
{
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient Optional<Json> data;

    /// Creates an exception whose message is shown to people as it is.
    public RpcException(ErrorCode code, String message, Optional<Json> data)
    {
        super(requireNonNull(message, "message is null"));
        this.code = requireNonNull(code, "code is null");
        this.data = requireNonNull(data, "data is null");
    }

    /// Creates an exception; the message is formatted as [String#format] does.
    public static RpcException rpcException(ErrorCode code, String format, Object... arguments)
    {
        return new RpcException(code, arguments.length == 0 ? format : String.format(format, arguments), Optional.empty());
    }

    /// Returns what kind of error it is.
    public ErrorCode code()
    {
        return code;
    }

    /// Returns what is said beside the message, for programs.
    public Optional<Json> data()
    {
        return data;
    }
}
