package org.luminousnix.nix.system;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.Generations;
import org.luminousnix.nix.generation.Retention;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.process.Running;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.GENERATION_PROTECTED;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixErrorCode.LOCKED;
import static org.luminousnix.nix.NixErrorCode.UNEXPECTED_OUTPUT;
import static org.luminousnix.nix.NixException.nixException;

/// Deletes generations and collects garbage, and says before how much that frees.
///
/// The current, the active and the booted generation and the newest ones of a [Retention] are never deleted.
///
/// Without a Nix daemon, a collection must not run beside a build or an evaluation of this program: Nix keeps what these have just made
/// by their process id, which is the same in each of their process namespaces.
public final class GarbageCollector
{
    private static final Pattern DELETING = Pattern.compile("deleting '(/.+)'");
    private static final Pattern FREED = Pattern.compile("(\\d+) store paths? deleted, ([0-9.]+) MiB freed");
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);
    private static final Limits SWEEP_LIMITS = Limits.of(Duration.ofHours(6));

    private final NixLayout layout;
    private final NixCommands commands;
    private final Processes processes;
    private final StoreCommands store;

    /// Creates a collector of this Nix.
    public GarbageCollector(NixLayout layout, Processes processes)
    {
        this.layout = requireNonNull(layout, "layout is null");
        this.commands = new NixCommands(layout);
        this.processes = requireNonNull(processes, "processes is null");
        this.store = new StoreCommands(commands, processes);
    }

    /// Returns what a collection would free after these generations were deleted; deletes nothing.
    ///
    /// A derivation counts as dead with the last output that was built from it, which is Nix' default (`keep-derivations`).
    public GarbageEstimate estimate(Collection<Generation> deleted)
    {
        Set<Path> dead = new HashSet<>(store.dead());
        if (!deleted.isEmpty()) {
            dead.addAll(onlyHeldBy(deleted));
        }
        var usage = new DiskUsage(layout.store());
        dead.forEach(usage::add);
        return new GarbageEstimate(dead.size(), usage.bytes());
    }

    /// Deletes generations of a profile.
    ///
    /// @throws org.luminousnix.nix.NixException GENERATION_PROTECTED if one of them is kept by the rule, and NO_SUCH_GENERATION if there is none
    ///         of a number, in both cases before anything is deleted; LOCKED if another process works on the profile
    public void deleteGenerations(Generations generations, Retention retention, List<Integer> numbers)
    {
        if (numbers.isEmpty()) {
            return;
        }
        numbers.forEach(generations::require);
        Set<Integer> kept = retention.kept(generations.list());
        numbers.stream().filter(kept::contains).findFirst().ifPresent(number -> {
            throw nixException(GENERATION_PROTECTED, "generation %d is kept: it is current, active, booted or one of the %d newest", number,
                    retention.newest());
        });
        Path profile = generations.profile();
        ProfileLock.requireFree(profile);
        var argv = new ArrayList<>(List.of("nix-env", "--profile", profile.toString(), "--delete-generations"));
        numbers.forEach(number -> argv.add(number.toString()));
        Completed completed = processes.run(commands.command(SandboxKind.TETHERED, argv).within(LOCK_PATIENCE));
        if (completed.ending() == Completed.Ending.TIMED_OUT) {
            throw nixException(LOCKED, "another process works on %s", profile);
        }
        completed.orThrow();
    }

    /// Deletes what is dead, in steps.
    ///
    /// @param stepBytes about how much each step frees; each takes a moment to find the roots anew
    public Sweep sweep(long stepBytes, SweepListener listener)
    {
        if (stepBytes <= 0) {
            throw nixException(INVALID_ARGUMENT, "a step frees something, not %d bytes", stepBytes);
        }
        Sweep done = Sweep.NONE;
        while (!done.complete() && listener.goesOn()) {
            var canceller = new CompletableFuture<Running>();
            Running running = processes
                    .start(commands.command(SandboxKind.COLLECTION, List.of("nix-store", "--gc", "--max-freed", Long.toString(stepBytes)))
                            .within(SWEEP_LIMITS), (stream, line) -> hear(line, listener, canceller));
            canceller.complete(running);
            Completed completed = running.await();
            if (completed.ending() == Completed.Ending.CANCELLED) {
                return done.plus(new Sweep(deleted(completed), 0, false));
            }
            done = done.plus(step(completed.orThrow()));
        }
        return done;
    }

    private static void hear(String line, SweepListener listener, CompletableFuture<Running> canceller)
    {
        Matcher matcher = DELETING.matcher(line);
        if (matcher.matches()) {
            listener.deleting(Path.of(matcher.group(1)));
            if (!listener.goesOn()) {
                canceller.join().cancel();
            }
        }
    }

    private static Sweep step(Completed completed)
    {
        Matcher matcher = FREED.matcher(completed.output().excerpt() + completed.error().excerpt());
        if (!matcher.find()) {
            throw nixException(UNEXPECTED_OUTPUT, "nix-store --gc did not say what it freed");
        }
        long paths = Long.parseLong(matcher.group(1));
        return new Sweep(paths, new BigDecimal(matcher.group(2)).multiply(BigDecimal.valueOf(1 << 20)).longValue(), paths == 0);
    }

    private static long deleted(Completed completed)
    {
        return completed.error().excerpt().lines().filter(line -> DELETING.matcher(line).matches()).count();
    }

    private Set<Path> onlyHeldBy(Collection<Generation> deleted)
    {
        Set<Path> links = deleted.stream().map(generation -> generation.link().toAbsolutePath().normalize()).collect(Collectors.toSet());
        Set<Path> held = store.roots().entrySet().stream().filter(root -> !links.contains(root.getKey().normalize()))
                .map(Map.Entry::getValue).collect(Collectors.toSet());
        Set<Path> alone = withDerivations(store.closure(deleted.stream().filter(Generation::present).map(Generation::target).toList()));
        alone.removeAll(withDerivations(store.closure(held)));
        return alone;
    }

    private Set<Path> withDerivations(Set<Path> outputs)
    {
        var all = new HashSet<>(outputs);
        all.addAll(store.closure(store.derivers(outputs)));
        return all;
    }
}
