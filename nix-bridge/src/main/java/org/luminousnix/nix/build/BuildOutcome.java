package org.luminousnix.nix.build;

import org.luminousnix.nix.sandbox.Containment;

import java.nio.file.Path;
import java.util.List;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.BUILD_FAILED;
import static org.luminousnix.nix.NixErrorCode.PROCESS_CANCELLED;
import static org.luminousnix.nix.NixErrorCode.PROCESS_TIMEOUT;
import static org.luminousnix.nix.NixException.nixException;

/// How a build ended.
public sealed interface BuildOutcome
{
    /// Returns the outputs.
    ///
    /// @throws org.luminousnix.nix.NixException BUILD_FAILED, PROCESS_TIMEOUT or PROCESS_CANCELLED if there are none
    default List<Path> orThrow()
    {
        return switch (this) {
            case Built built -> built.outputs();
            case Failed(var failure) -> throw nixException(BUILD_FAILED, "%s", failure.message());
            case TimedOut _ -> throw nixException(PROCESS_TIMEOUT, "the build took longer than it is allowed to");
            case Cancelled _ -> throw nixException(PROCESS_CANCELLED, "the build was cancelled");
        };
    }

    /// All outputs are valid in the store.
    ///
    /// @param outputs the store paths, in the order of the derivation's outputs
    /// @param containment how the build command was really confined
    record Built(List<Path> outputs, Containment containment) implements BuildOutcome
    {
        public Built
        {
            outputs = List.copyOf(outputs);
            requireNonNull(containment, "containment is null");
        }
    }

    /// Something did not build.
    record Failed(BuildFailure failure) implements BuildOutcome
    {
        public Failed
        {
            requireNonNull(failure, "failure is null");
        }
    }

    /// Its time was up.
    record TimedOut() implements BuildOutcome
    {}

    /// It was cancelled.
    record Cancelled() implements BuildOutcome
    {}
}
