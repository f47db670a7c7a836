package org.luminousnix.daemon.execution;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.build.Builder;
import org.luminousnix.nix.eval.ConfigurationSource;
import org.luminousnix.nix.eval.Evaluator;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.system.NixosSystem;

import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/// What does things to one machine, and what looks at it afterwards.
public record Machinery(ActionRunner runner, Prober prober)
{
    public Machinery
    {
        requireNonNull(runner, "runner is null");
        requireNonNull(prober, "prober is null");
    }

    /// Returns the machinery of a machine or lab.
    ///
    /// @param source where its configuration is evaluated from when a step begins
    /// @param backups whether files that are edited leave their former text beside them
    public static Machinery of(NixLayout layout, Processes processes, Builder builder, Supplier<ConfigurationSource> source,
            boolean backups)
    {
        Evaluator evaluator = new Evaluator(layout, processes);
        ActionRunner runner = new MachineRunner(new FileChanges(backups), new SystemBuild(evaluator, builder),
                new NixosSystem(layout, processes),
                new Upkeep(layout, processes), source);
        return new Machinery(runner, new MachineProber(layout, processes, evaluator, source));
    }
}
