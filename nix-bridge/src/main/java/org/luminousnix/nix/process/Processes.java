package org.luminousnix.nix.process;

/// Starts processes.
public interface Processes
{
    /// Starts a process; its lines are heard while it runs.
    ///
    /// @throws org.luminousnix.nix.NixException PROCESS_MISSING if there is no such program, SANDBOX_UNAVAILABLE if a demanded
    ///         sandbox cannot be had
    Running start(Command command, OutputLines lines);

    /// Runs a process to its end.
    default Completed run(Command command)
    {
        return start(command, OutputLines.ignored()).await();
    }
}
