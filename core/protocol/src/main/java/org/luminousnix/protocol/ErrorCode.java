package org.luminousnix.protocol;

import java.util.Optional;

/// The error codes of the protocol: those of JSON-RPC 2.0, section 5.1, and our own.
public enum ErrorCode
{
    /// The line is not JSON, or not UTF-8.
    PARSE_ERROR(-32700),

    /// The JSON is not a request.
    INVALID_REQUEST(-32600),

    /// There is no such method here.
    METHOD_NOT_FOUND(-32601),

    /// A parameter is missing, unknown, or not of its type.
    INVALID_PARAMS(-32602),

    /// The specification's internal error; this daemon answers -32000 instead.
    INTERNAL_ERROR(-32603),

    /// Something went wrong in the daemon; the message has an id that its log has too.
    INTERNAL(-32000),

    /// The person may not do this.
    NOT_ALLOWED(-32001),

    /// The session was never opened on this daemon, or has ended.
    UNKNOWN_SESSION(-32002),

    /// The plan is not there any more, or is not the one that was shown.
    PLAN_EXPIRED(-32003),

    /// Too much is asked at once.
    BUSY(-32004),

    /// Something that this needs is not here; the message says what, and how to get it.
    NOT_AVAILABLE(-32005),

    /// The request was cancelled by whoever sent it.
    CANCELLED(-32006);

    private final int code;

    ErrorCode(int code)
    {
        this.code = code;
    }

    /// Returns the number on the wire.
    public int code()
    {
        return code;
    }

    /// Returns the constant of a number on the wire.
    public static Optional<ErrorCode> fromCode(long code)
    {
        for (ErrorCode candidate : values()) {
            if (candidate.code == code) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
