package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.facts.InstalledPrograms;
import org.luminousnix.daemon.planning.ActivationMode;
import org.luminousnix.daemon.planning.NixJson;
import org.luminousnix.daemon.planning.Probe;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.configuration.OptionPath;
import org.luminousnix.nix.eval.ConfigurationSource;
import org.luminousnix.nix.eval.Evaluation;
import org.luminousnix.nix.eval.Evaluator;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.Generations;
import org.luminousnix.nix.generation.PackageName;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.sandbox.SandboxKind;
import org.luminousnix.nix.system.GarbageCollector;
import org.luminousnix.nix.system.GarbageEstimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/// Looks at the running system, its store paths and its configuration.
public final class MachineProber implements Prober
{
    private final NixLayout layout;
    private final Processes processes;
    private final Evaluator evaluator;
    private final Supplier<ConfigurationSource> source;

    MachineProber(NixLayout layout, Processes processes, Evaluator evaluator, Supplier<ConfigurationSource> source)
    {
        this.layout = requireNonNull(layout, "layout is null");
        this.processes = requireNonNull(processes, "processes is null");
        this.evaluator = requireNonNull(evaluator, "evaluator is null");
        this.source = requireNonNull(source, "source is null");
    }

    @Override
    public Finding look(Probe probe, StepContext context)
    {
        try {
            return switch (probe) {
                case Probe.PackageInSystem wanted -> packageInSystem(wanted);
                case Probe.OptionHas(String option, String json) -> optionHas(option, json);
                case Probe.SystemActive(ActivationMode mode) -> systemActive(mode, context.built());
                case Probe.GenerationCurrent(int generation) -> generationCurrent(generation);
                case Probe.GenerationsGone(var generations) -> generationsGone(generations);
                case Probe.StoreCollected() -> storeCollected();
                case Probe.PackageInProfile(String name, boolean present) -> packageInProfile(name, present);
            };
        }
        catch (NixException | IOException e) {
            return new Finding(false, "it could not be looked at: " + e.getMessage());
        }
    }

    /// A package is in the system when its store path is one of those that the system path (`sw`) links together.
    private Finding packageInSystem(Probe.PackageInSystem wanted)
            throws IOException
    {
        Path sw = layout.currentSystem().resolve("sw");
        List<String> path = new ArrayList<>(List.of("pkgs"));
        path.addAll(List.of(wanted.attribute().split("\\.")));
        Evaluation<Json> evaluated = evaluator.value(source.get(), path);
        if (evaluated instanceof Evaluation.Failed<Json>(var failure, _)) {
            return new Finding(false, wanted.attribute() + " does not evaluate: " + failure.message());
        }
        String output = ((Evaluation.Value<Json>) evaluated).value().asText().orElse("");
        boolean there = references(sw.toRealPath()).contains(output);
        if (!wanted.present()) {
            return new Finding(!there,
                    there ? output + " is still part of it" : sw + " does not refer to " + Path.of(output).getFileName());
        }
        return there ? programs(wanted, sw, output) : new Finding(false, sw + " does not refer to " + output);
    }

    private static Finding programs(Probe.PackageInSystem wanted, Path sw, String output)
    {
        InstalledPrograms installed = new InstalledPrograms(sw.resolve("bin"));
        for (String program : wanted.programs()) {
            Path command = sw.resolve("bin").resolve(program);
            // The catalogue may know a command that this version of the package does not have: then the store path alone decides.
            if (Files.exists(Path.of(output, "bin", program)) && !(Files.isExecutable(command) && installed.origin(program).isPresent())) {
                return new Finding(false, command + " is not an executable command");
            }
        }
        String seen = wanted.programs().stream().filter(program -> Files.isExecutable(sw.resolve("bin").resolve(program))).findFirst()
                .map(program -> ", and " + sw.resolve("bin").resolve(program) + " is executable").orElse("");
        return new Finding(true, sw + " refers to " + Path.of(output).getFileName() + seen);
    }

    private List<String> references(Path path)
    {
        Completed asked = processes
                .run(new NixCommands(layout).command(SandboxKind.EVALUATION,
                        List.of("nix-store", "--query", "--references", path.toString())))
                .orThrow();
        return asked.output().text().lines().toList();
    }

    private Finding optionHas(String option, String json)
    {
        List<String> names = OptionPath.parse(option).names();
        return switch (evaluator.values(source.get(), List.of(names)).get(names)) {
            case Evaluation.Value<Json>(Json value, _) ->
                new Finding(NixJson.write(value).equals(json), option + " evaluates to " + NixJson.write(value));
            case Evaluation.Failed<Json>(var failure, _) -> new Finding(false, "it does not evaluate: " + failure.message());
        };
    }

    private Finding systemActive(ActivationMode mode, Optional<Path> built)
            throws IOException
    {
        if (mode == ActivationMode.DRY_ACTIVATE) {
            return new Finding(true, "nothing was activated");
        }
        if (built.isEmpty()) {
            return new Finding(false, "no system was built");
        }
        boolean runs = layout.currentSystem().toRealPath().equals(built.get().toRealPath());
        boolean next = layout.systemProfile().toRealPath().equals(built.get().toRealPath());
        boolean holds = switch (mode) {
            case SWITCH -> runs && next;
            case BOOT -> next;
            case TEST -> runs;
            case DRY_ACTIVATE -> true;
        };
        return new Finding(holds, "%s the one that runs (%s) and %s the next to boot (%s)".formatted(
                runs ? "the new system is" : "the new system is not", layout.currentSystem(), next ? "is" : "is not",
                layout.systemProfile()));
    }

    private Finding generationCurrent(int number)
    {
        Optional<Generation> current = Generations.ofSystem(layout).current();
        boolean holds = current.filter(generation -> generation.number() == number && generation.active()).isPresent();
        return new Finding(holds, current.map(generation -> "generation %d is the current one and %s".formatted(generation.number(),
                generation.active() ? "runs" : "does not run")).orElse("there is no current one"));
    }

    private Finding generationsGone(List<Integer> gone)
    {
        List<Integer> left = Generations.ofSystem(layout).list().stream().map(Generation::number).filter(gone::contains).toList();
        boolean current = Generations.ofSystem(layout).current().filter(Generation::present).isPresent();
        return new Finding(left.isEmpty() && current,
                left.isEmpty() ? "none of them is left, the current one is there" : "left are " + left);
    }

    private Finding storeCollected()
    {
        GarbageEstimate left = new GarbageCollector(layout, processes).estimate(List.of());
        return new Finding(left.paths() == 0, left.paths() + " dead store paths are left");
    }

    private Finding packageInProfile(String name, boolean present)
    {
        List<String> installed = OwnProfile.of(layout, processes).installed().stream().map(PackageName::name).toList();
        return new Finding(installed.contains(name) == present,
                "it has " + (installed.isEmpty() ? "nothing" : String.join(", ", installed)));
    }
}
