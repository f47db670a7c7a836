package org.luminousnix.nix.process;

import org.luminousnix.nix.sandbox.Containment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.luminousnix.nix.NixErrorCode.PROCESS_FAILED;
import static org.luminousnix.nix.NixException.nixException;

/// Starts processes of the operating system. The only class of the project that does.
public final class NativeProcesses implements Processes
{
    private static final List<String> INHERITED = List.of("HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LOCALE_ARCHIVE", "TZ", "TZDIR",
            "SSL_CERT_FILE", "NIX_SSL_CERT_FILE", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS");

    // PR_SET_PDEATHSIG, which --die-with-parent rests on, fires when the starting thread ends (prctl(2)), not the JVM.
    // A carrier of virtual threads or a pool's thread may end at any time, so one thread that never ends starts everything.
    private static final ExecutorService STARTER = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("process-starter").factory());

    private final ProgramLookup programs;
    private final Confinement confinement;

    /// Creates a starter of the programs that this lookup finds.
    public NativeProcesses(ProgramLookup programs)
    {
        this.programs = programs;
        this.confinement = new Confinement(programs, this::works);
    }

    /// Creates a starter of this machine's programs.
    public static NativeProcesses ofMachine()
    {
        return new NativeProcesses(ProgramLookup.ofMachine());
    }

    /// Returns where programs are looked up.
    public ProgramLookup programs()
    {
        return programs;
    }

    @Override
    public Running start(Command command, OutputLines lines)
    {
        Path program = programs.require(command.program());
        Confinement.Confined confined = confinement.confine(command, program);
        return start(command, lines, confined.argv(), confined.containment());
    }

    /// Starts a process to talk with, as long as both like. The command's input and time limit do not apply.
    ///
    /// @throws org.luminousnix.nix.NixException PROCESS_MISSING if there is no such program, SANDBOX_UNAVAILABLE if a demanded
    ///         sandbox cannot be had
    public Dialogue converse(Command command)
    {
        Path program = programs.require(command.program());
        Confinement.Confined confined = confinement.confine(command, program);
        return Dialogue.with(command, launched(command, confined.argv()), confined.containment());
    }

    private Running start(Command command, OutputLines lines, List<String> argv, Containment containment)
    {
        var child = new Child(command, launched(command, argv), containment);
        child.attend(lines);
        return child;
    }

    private Process launched(Command command, List<String> argv)
    {
        var builder = new ProcessBuilder(argv);
        command.directory().ifPresent(directory -> builder.directory(directory.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment(command));
        return started(STARTER.submit(builder::start), command);
    }

    private static Process started(Future<Process> starting, Command command)
    {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return starting.get();
                }
                catch (InterruptedException _) {
                    interrupted = true;
                }
                catch (ExecutionException e) {
                    throw nixException(PROCESS_FAILED, e.getCause(), "cannot start %s: %s", command.program(), e.getCause().getMessage());
                }
            }
        }
        finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Map<String, String> environment(Command command)
    {
        var environment = new HashMap<String, String>();
        for (String name : INHERITED) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("PATH", programs.asPath());
        environment.putAll(command.environment());
        return environment;
    }

    private boolean works(Command probe, List<String> argv)
    {
        return start(probe, OutputLines.ignored(), argv, Confinement.UNCONFINED).await().succeeded();
    }
}
