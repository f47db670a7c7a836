package org.luminousnix.nix.testing;

import org.luminousnix.nix.process.Captured;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.process.Running;
import org.luminousnix.nix.sandbox.Containment;
import org.luminousnix.nix.sandbox.Guard;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// Keeps the commands that it is given, and starts them elsewhere or not at all.
public final class RecordingProcesses implements Processes
{
    private final List<Command> commands = new CopyOnWriteArrayList<>();
    private final Function<Command, Running> starts;

    private RecordingProcesses(Function<Command, Running> starts)
    {
        this.starts = starts;
    }

    /// Records what really runs.
    public static RecordingProcesses before(Processes real)
    {
        return new RecordingProcesses(command -> real.start(command, OutputLines.ignored()));
    }

    /// Runs nothing, and lets every program end with a code and an error text.
    public static RecordingProcesses answering(Function<Command, Answer> answers)
    {
        return new RecordingProcesses(command -> new Ended(command, answers.apply(command)));
    }

    /// Returns the commands, in the order in which they were given.
    public List<Command> commands()
    {
        return List.copyOf(commands);
    }

    @Override
    public Running start(Command command, OutputLines lines)
    {
        commands.add(command);
        return starts.apply(command);
    }

    /// What a program says in the end.
    public record Answer(int exitCode, String output, String error)
    {}

    private record Ended(Command command, Answer answer) implements Running
    {
        @Override
        public Completed await()
        {
            return new Completed(command, Completed.Ending.EXITED, answer.exitCode(), Captured.of(answer.output()),
                    Captured.of(answer.error()), Duration.ZERO,
                    new Containment(command.sandbox().kind(), Guard.NONE, List.of()));
        }

        @Override
        public void cancel()
        {}

        @Override
        public long pid()
        {
            return 0;
        }
    }
}
