package org.luminousnix.nix.daemon;

import java.io.IOException;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.UNSUPPORTED_PROTOCOL;
import static org.luminousnix.nix.NixException.nixException;

/// One operation of the worker protocol.
///
/// @param name how Nix calls it
/// @param code its number
/// @param since the minor of the protocol that brought it
/// @param pace how long an answer may take
/// @param request writes what follows the number
/// @param reply reads what follows the messages
/// @param <Q> what is asked
/// @param <R> what is answered
public record WorkerOperation<Q, R>(String name, int code, int since, Pace pace, RequestWriter<Q> request, ReplyReader<Q, R> reply)
{
    public WorkerOperation
    {
        requireNonNull(name, "name is null");
        requireNonNull(pace, "pace is null");
        requireNonNull(request, "request is null");
        requireNonNull(reply, "reply is null");
    }

    void requireSpoken(ProtocolVersion version)
    {
        if (!version.atLeast(since)) {
            throw nixException(UNSUPPORTED_PROTOCOL, "%s: wanted a Nix daemon that speaks protocol 1.%d or later, found %s", name, since,
                    version);
        }
    }

    @Override
    public String toString()
    {
        return name;
    }

    /// How long an answer may take, and how much is sent before.
    public enum Pace
    {
        /// A question about the store.
        QUESTION,
        /// Builds, downloads, and whatever looks at every object.
        WORK,
        /// An upload, while which the daemon may already talk.
        UPLOAD
    }

    /// Writes a request.
    @FunctionalInterface
    public interface RequestWriter<Q>
    {
        void write(Q request, WireWriter writer, ProtocolVersion version) throws IOException;
    }

    /// Reads the reply to a request.
    @FunctionalInterface
    public interface ReplyReader<Q, R>
    {
        R read(Q request, WireReader reader, ProtocolVersion version) throws IOException;
    }
}
