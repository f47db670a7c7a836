package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Dialogue;
import org.luminousnix.nix.process.NativeProcesses;

import java.io.InputStream;
import java.io.OutputStream;

import static java.util.Objects.requireNonNull;

/// A daemon that is started for each connection and kept with it, where none runs: `nix-daemon --stdio`.
public record ChildEndpoint(NativeProcesses processes, Command command) implements DaemonEndpoint
{
    public ChildEndpoint
    {
        requireNonNull(processes, "processes is null");
        requireNonNull(command, "command is null");
    }

    /// Returns a daemon that works on this Nix.
    public static ChildEndpoint of(NixLayout layout, NativeProcesses processes)
    {
        return new ChildEndpoint(processes, Command.of("nix-daemon", "--stdio").withEnvironment(layout.environment()));
    }

    @Override
    public DaemonTransport open()
    {
        return new ChildTransport(processes.converse(command));
    }

    private record ChildTransport(Dialogue dialogue) implements DaemonTransport
    {
        @Override
        public InputStream input()
        {
            return dialogue.heard();
        }

        @Override
        public OutputStream output()
        {
            return dialogue.said();
        }

        @Override
        public String complaints()
        {
            return dialogue.complaints().strip();
        }

        @Override
        public void close()
        {
            dialogue.close();
        }
    }
}
