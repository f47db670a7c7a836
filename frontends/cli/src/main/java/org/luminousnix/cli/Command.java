package org.luminousnix.cli;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What a command line wants. There is nothing else that it can want.
sealed interface Command
{
    /// A sentence for the daemon.
    record Say(String text) implements Command
    {
        public Say
        {
            requireNonNull(text, "text is null");
        }
    }

    /// Any method of the protocol.
    ///
    /// @param params the parameters as JSON; `-` reads them from standard input
    record Rpc(String method, Optional<String> params) implements Command
    {
        public Rpc
        {
            requireNonNull(method, "method is null");
            requireNonNull(params, "params is null");
        }
    }

    /// The daemon in the foreground.
    record DaemonRun(List<String> arguments) implements Command
    {
        public DaemonRun
        {
            arguments = List.copyOf(arguments);
        }
    }

    /// Whether a daemon runs, and how well.
    record DaemonStatus() implements Command
    {}

    /// The end of the daemon that runs.
    record DaemonStop() implements Command
    {}

    /// A text to print, as the help.
    ///
    /// @param text the text, without a newline at its end
    record Print(String text) implements Command
    {
        public Print
        {
            requireNonNull(text, "text is null");
        }
    }
}
