package org.luminousnix.nix.eval;

import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.activity.LogEvent.Frame;
import org.luminousnix.nix.activity.LogEvent.Position;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixException.nixException;

/// Why an evaluation gave no value.
///
/// @param kind what sort of failure
/// @param message what is wrong, in Nix' words, without header and source excerpt
/// @param position where, as far as Nix says it
/// @param trace how it was reached, innermost first
public record EvaluationFailure(Kind kind, String message, Optional<Position> position, List<Frame> trace)
{
    public EvaluationFailure
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(message, "message is null");
        requireNonNull(position, "position is null");
        trace = List.copyOf(trace);
    }

    /// Returns this failure as an exception.
    public NixException exception()
    {
        String where = position.map(place -> place + ": ").orElse("");
        return nixException(kind.code, "%s%s", where, message);
    }

    /// Returns this failure with one directory named in the place of another.
    EvaluationFailure relocated(String from, String to)
    {
        return new EvaluationFailure(kind, message.replace(from, to), position.map(place -> relocated(place, from, to)),
                trace.stream().map(frame -> new Frame(frame.message().replace(from, to), frame.position().map(place -> relocated(place, from, to)))).toList());
    }

    private static Position relocated(Position position, String from, String to)
    {
        return new Position(position.file().replace(from, to), position.line(), position.column());
    }

    /// The sorts of failure.
    public enum Kind
    {
        /// The text does not parse.
        SYNTAX(NixErrorCode.SYNTAX_ERROR),
        /// A name, an attribute or a file is not there.
        MISSING(NixErrorCode.EVALUATION_FAILED),
        /// A value is not of the type that it should be, or an option is given what it does not take.
        TYPE(NixErrorCode.EVALUATION_FAILED),
        /// An expression gave up: `throw`, `abort` or a failed assertion.
        REFUSED(NixErrorCode.EVALUATION_FAILED),
        /// It took longer than allowed.
        TIMEOUT(NixErrorCode.PROCESS_TIMEOUT),
        /// It needed more memory than allowed.
        OUT_OF_MEMORY(NixErrorCode.EVALUATION_FAILED),
        /// It was cancelled.
        CANCELLED(NixErrorCode.PROCESS_CANCELLED),
        /// Anything else.
        OTHER(NixErrorCode.EVALUATION_FAILED);

        private final NixErrorCode code;

        Kind(NixErrorCode code)
        {
            this.code = code;
        }
    }
}
