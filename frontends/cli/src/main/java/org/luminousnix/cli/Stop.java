package org.luminousnix.cli;

import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.DaemonUnreachableException;
import org.luminousnix.protocol.Json;

import java.util.Optional;
import java.util.function.IntConsumer;

import static java.util.Objects.requireNonNull;

/// What Ctrl-C does: while nothing runs it ends the client, which has changed nothing; while something runs the first one cancels it
/// and the result tells what state is left, the second leaves the daemon to it.
final class Stop
{
    private final Screen screen;
    private final DaemonClient daemon;
    private final IntConsumer exit;
    private Optional<String> execution = Optional.empty();
    private boolean cancelling;

    Stop(Screen screen, DaemonClient daemon, IntConsumer exit)
    {
        this.screen = requireNonNull(screen, "screen is null");
        this.daemon = requireNonNull(daemon, "daemon is null");
        this.exit = requireNonNull(exit, "exit is null");
    }

    synchronized void executing(String name)
    {
        execution = Optional.of(name);
    }

    synchronized void pressed()
    {
        if (execution.isEmpty()) {
            leave("Nothing was changed.");
        }
        else if (cancelling) {
            leave("The daemon goes on cancelling by itself; ask-nix \"what did you do\" tells how it ended.");
        }
        else {
            cancelling = true;
            tell("Cancelling; Ctrl-C again leaves without waiting.");
            cancel(execution.get());
        }
    }

    private void cancel(String name)
    {
        try {
            daemon.send("execution.cancel", Json.object().put("execution", name).build());
        }
        catch (DaemonUnreachableException e) {
            leave("The daemon cannot be reached: " + e.getMessage());
        }
    }

    private void leave(String message)
    {
        tell(message);
        exit.accept(ExitCode.INTERRUPTED.code());
    }

    private void tell(String message)
    {
        screen.err().println();
        screen.complain(message);
    }
}
