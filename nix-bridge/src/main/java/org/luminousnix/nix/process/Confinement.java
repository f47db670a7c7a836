package org.luminousnix.nix.process;

import org.luminousnix.nix.sandbox.Bubblewrap;
import org.luminousnix.nix.sandbox.Containment;
import org.luminousnix.nix.sandbox.Guard;
import org.luminousnix.nix.sandbox.Sandbox;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

import static org.luminousnix.nix.NixErrorCode.SANDBOX_UNAVAILABLE;
import static org.luminousnix.nix.NixException.nixException;

/// Turns a command into the arguments that really start it: bubblewrap where it works, and a plain statement where it does not.
final class Confinement
{
    static final Containment UNCONFINED = new Containment(SandboxKind.NONE, Guard.NONE, List.of());

    private final ProgramLookup programs;
    private final BiPredicate<Command, List<String>> works;
    private final Map<SandboxKind, Boolean> usable = new ConcurrentHashMap<>();

    Confinement(ProgramLookup programs, BiPredicate<Command, List<String>> works)
    {
        this.programs = programs;
        this.works = works;
    }

    Confined confine(Command command, Path program)
    {
        var shortfalls = new ArrayList<String>();
        var argv = new ArrayList<String>();
        Guard guard = guard(command, argv, shortfalls);
        limitMemory(command, argv, shortfalls);
        argv.add(program.toString());
        argv.addAll(command.argv().subList(1, command.argv().size()));
        return new Confined(List.copyOf(argv), new Containment(command.sandbox().kind(), guard, shortfalls));
    }

    private Guard guard(Command command, List<String> argv, List<String> shortfalls)
    {
        Sandbox sandbox = command.sandbox();
        if (sandbox.kind() == SandboxKind.NONE) {
            return Guard.NONE;
        }
        Optional<Path> bubblewrap = programs.find("bwrap");
        if (bubblewrap.isPresent() && usable.computeIfAbsent(sandbox.kind(), kind -> isUsable(bubblewrap.get(), kind))) {
            argv.add(bubblewrap.get().toString());
            argv.addAll(Bubblewrap.arguments(sandbox, command.directory()));
            return Guard.BUBBLEWRAP;
        }
        String reason = bubblewrap.isPresent()
                ? "bubblewrap cannot make a sandbox here (user namespaces may be switched off)"
                : "bubblewrap is not installed";
        if (sandbox.required()) {
            throw nixException(SANDBOX_UNAVAILABLE, "%s is not started without its sandbox: %s", command.program(), reason);
        }
        shortfalls.add(reason + ": the process sees and may change all that we may");
        return deathSignal(argv, shortfalls);
    }

    private Guard deathSignal(List<String> argv, List<String> shortfalls)
    {
        Optional<Path> setpriv = programs.find("setpriv");
        if (setpriv.isEmpty()) {
            shortfalls.add("setpriv is not installed: the process may outlive us if we are killed");
            return Guard.NONE;
        }
        shortfalls.add("processes that it starts may outlive us if we are killed");
        argv.addAll(List.of(setpriv.get().toString(), "--pdeathsig", "KILL", "--"));
        return Guard.DEATH_SIGNAL;
    }

    private void limitMemory(Command command, List<String> argv, List<String> shortfalls)
    {
        if (command.limits().addressSpace().isEmpty()) {
            return;
        }
        Optional<Path> prlimit = programs.find("prlimit");
        if (prlimit.isEmpty()) {
            shortfalls.add("prlimit is not installed: memory is not limited");
            return;
        }
        argv.addAll(List.of(prlimit.get().toString(), "--as=" + command.limits().addressSpace().getAsLong(), "--"));
    }

    private boolean isUsable(Path bubblewrap, SandboxKind kind)
    {
        Optional<Path> nothing = programs.find("true");
        if (nothing.isEmpty()) {
            return false;
        }
        var argv = new ArrayList<String>();
        argv.add(bubblewrap.toString());
        argv.addAll(Bubblewrap.arguments(Sandbox.of(kind), Optional.empty()));
        argv.add(nothing.get().toString());
        return works.test(Command.of(argv).within(Duration.ofSeconds(10)), argv);
    }

    record Confined(List<String> argv, Containment containment)
    {}
}
