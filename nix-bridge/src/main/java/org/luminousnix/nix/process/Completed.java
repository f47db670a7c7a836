package org.luminousnix.nix.process;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.sandbox.Containment;

import java.time.Duration;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.PROCESS_CANCELLED;
import static org.luminousnix.nix.NixErrorCode.PROCESS_FAILED;
import static org.luminousnix.nix.NixErrorCode.PROCESS_TIMEOUT;
import static org.luminousnix.nix.NixException.nixException;

/// A process that has ended, with everything that it started.
///
/// @param command what was started
/// @param ending why it ended
/// @param exitCode its exit code; 128 and the signal's number if a signal ended it
/// @param output what was kept of its standard output
/// @param error what was kept of its standard error
/// @param duration how long it ran
/// @param containment how it was really confined
public record Completed(Command command, Ending ending, int exitCode, Captured output, Captured error, Duration duration,
        Containment containment)
{
    private static final int MESSAGE_CHARACTERS = 4_000;

    public Completed
    {
        requireNonNull(command, "command is null");
        requireNonNull(ending, "ending is null");
        requireNonNull(output, "output is null");
        requireNonNull(error, "error is null");
        requireNonNull(duration, "duration is null");
        requireNonNull(containment, "containment is null");
    }

    /// Returns whether the process ended by itself with code 0.
    public boolean succeeded()
    {
        return ending == Ending.EXITED && exitCode == 0;
    }

    /// Returns this if it succeeded.
    ///
    /// @throws NixException PROCESS_FAILED, PROCESS_TIMEOUT or PROCESS_CANCELLED otherwise
    public Completed orThrow()
    {
        if (succeeded()) {
            return this;
        }
        throw failure();
    }

    /// Returns the exception that says how this process did not succeed.
    public NixException failure()
    {
        return switch (ending) {
            case EXITED -> nixException(PROCESS_FAILED, "%s ended with code %d: %s", command.program(), exitCode, lastWords());
            case TIMED_OUT -> nixException(PROCESS_TIMEOUT, "%s was ended after %d s", command.program(),
                    command.limits().timeout().toSeconds());
            case CANCELLED -> nixException(PROCESS_CANCELLED, "%s was cancelled", command.program());
        };
    }

    private String lastWords()
    {
        String said = error.excerpt().strip();
        return said.length() <= MESSAGE_CHARACTERS ? said : "…" + said.substring(said.length() - MESSAGE_CHARACTERS);
    }

    /// Why a process ended.
    public enum Ending
    {
        /// By itself, or by a signal of somebody else.
        EXITED,
        /// Because its time was up.
        TIMED_OUT,
        /// Because it was cancelled.
        CANCELLED
    }
}
