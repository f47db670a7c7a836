package org.luminousnix.nix.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What came of building one derivation, or of fetching one object.
///
/// @param status how it ended
/// @param message why it failed; empty if it did not
/// @param timesBuilt how often it was built
/// @param nonDeterministic whether two builds of it differed
/// @param started when it began; 1970 if it was not built now
/// @param stopped when it ended; 1970 if it was not built now
/// @param userTime the processor time of its own, where the daemon measures it
/// @param systemTime the processor time of the kernel for it, where the daemon measures it
/// @param outputs the outputs that are there now, by name
public record BuildResult(Status status, String message, long timesBuilt, boolean nonDeterministic, Instant started, Instant stopped,
        Optional<Duration> userTime, Optional<Duration> systemTime, Map<String, StorePath> outputs)
{
    public BuildResult
    {
        requireNonNull(status, "status is null");
        requireNonNull(message, "message is null");
        requireNonNull(started, "started is null");
        requireNonNull(stopped, "stopped is null");
        requireNonNull(userTime, "userTime is null");
        requireNonNull(systemTime, "systemTime is null");
        outputs = Map.copyOf(outputs);
    }

    /// Returns whether what was asked for is there now.
    public boolean succeeded()
    {
        return status.succeeded;
    }

    /// How a build ended, in the order of the worker protocol's numbers.
    public enum Status
    {
        BUILT(true),
        SUBSTITUTED(true),
        ALREADY_VALID(true),
        PERMANENT_FAILURE(false),
        INPUT_REJECTED(false),
        OUTPUT_REJECTED(false),
        TRANSIENT_FAILURE(false),
        CACHED_FAILURE(false),
        TIMED_OUT(false),
        MISCELLANEOUS_FAILURE(false),
        DEPENDENCY_FAILED(false),
        LOG_LIMIT_EXCEEDED(false),
        NOT_DETERMINISTIC(false),
        RESOLVES_TO_ALREADY_VALID(true),
        NO_SUBSTITUTERS(false),
        /// A failure that this version does not know.
        UNKNOWN_FAILURE(false);

        private static final Status[] BY_NUMBER = values();

        private final boolean succeeded;

        Status(boolean succeeded)
        {
            this.succeeded = succeeded;
        }

        /// Returns the status of a number; a generic failure if it is not known.
        public static Status ofNumber(long number)
        {
            return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[(int) number] : UNKNOWN_FAILURE;
        }
    }
}
