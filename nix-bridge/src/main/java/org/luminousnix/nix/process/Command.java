package org.luminousnix.nix.process;

import org.luminousnix.nix.sandbox.Sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// A process to start.
///
/// @param argv the program, absolute or a plain name to look up, and its arguments; no shell ever sees them
/// @param environment the variables that it gets on top of the few that are always passed on
/// @param directory where it starts; our own working directory if empty
/// @param input what it reads
/// @param limits how much it may use
/// @param sandbox what it may see and change
public record Command(List<String> argv, Map<String, String> environment, Optional<Path> directory, Input input, Limits limits,
        Sandbox sandbox)
{
    private static final Limits USUAL_LIMITS = Limits.of(Duration.ofMinutes(1));

    public Command
    {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        requireNonNull(directory, "directory is null");
        requireNonNull(input, "input is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(sandbox, "sandbox is null");
        if (argv.isEmpty() || argv.getFirst().isEmpty()) {
            throw nixException(INVALID_ARGUMENT, "a command needs a program");
        }
        if (argv.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw nixException(INVALID_ARGUMENT, "an argument of %s holds a NUL character", argv.getFirst());
        }
    }

    /// Returns a command that may run for a minute, without sandbox, without input.
    public static Command of(String... argv)
    {
        return of(List.of(argv));
    }

    /// Returns a command that may run for a minute, without sandbox, without input.
    public static Command of(List<String> argv)
    {
        return new Command(argv, Map.of(), Optional.empty(), Input.none(), USUAL_LIMITS, Sandbox.none());
    }

    /// Returns this command with more variables; a later one replaces an earlier one.
    public Command withEnvironment(Map<String, String> more)
    {
        var merged = new HashMap<>(environment);
        merged.putAll(more);
        return new Command(argv, merged, directory, input, limits, sandbox);
    }

    /// Returns this command, started in a directory.
    public Command in(Path start)
    {
        return new Command(argv, environment, Optional.of(start), input, limits, sandbox);
    }

    /// Returns this command, reading an input.
    public Command withInput(Input read)
    {
        return new Command(argv, environment, directory, read, limits, sandbox);
    }

    /// Returns this command within limits.
    public Command within(Limits allowed)
    {
        return new Command(argv, environment, directory, input, allowed, sandbox);
    }

    /// Returns this command within a time, with the other limits as they are.
    public Command within(Duration timeout)
    {
        return within(new Limits(timeout, limits.headBytes(), limits.tailBytes(), limits.addressSpace()));
    }

    /// Returns this command in a sandbox.
    public Command inside(Sandbox confinement)
    {
        return new Command(argv, environment, directory, input, limits, confinement);
    }

    /// Returns the program as it was given.
    public String program()
    {
        return argv.getFirst();
    }
}
