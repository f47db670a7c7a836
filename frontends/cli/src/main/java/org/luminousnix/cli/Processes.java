package org.luminousnix.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts the two kinds of processes that a client may start: the daemon, and what a plan hands over to the person's own terminal;
/// and ends this one. Nothing else in the client starts processes.
class Processes
{
    /// Starts the daemon in a session of its own, so that Ctrl-C in this terminal does not reach it.
    ///
    /// @param launcher the program that runs the daemon with the arguments `daemon run`
    /// @param log what the daemon writes is added to this file
    Process startDaemon(Path launcher, Path socket, Path log)
    {
        List<String> command = List.of("setsid", launcher.toString(), "daemon", "run", "--socket", socket.toString());
        try {
            return new ProcessBuilder(command).redirectInput(Redirect.from(Path.of("/dev/null").toFile())).redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile())).start();
        }
        catch (IOException e) {
            throw new UncheckedIOException("the daemon could not be started: " + e.getMessage(), e);
        }
    }

    /// Runs a program in this terminal and returns its exit code.
    int handOff(List<String> command)
    {
        try {
            return new ProcessBuilder(new ArrayList<>(command)).inheritIO().start().waitFor();
        }
        catch (IOException e) {
            throw new UncheckedIOException(command.getFirst() + " could not be started: " + e.getMessage(), e);
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.code();
        }
    }

    /// Ends this process at once: nothing is left to be tidied, and a shutdown in order costs milliseconds.
    void end(int code)
    {
        Runtime.getRuntime().halt(code);
    }
}
