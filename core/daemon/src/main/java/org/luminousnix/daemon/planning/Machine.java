package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.catalog.Catalog;
import org.luminousnix.daemon.facts.InstalledPrograms;
import org.luminousnix.daemon.facts.MachineFacts;
import org.luminousnix.daemon.facts.Units;
import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.eval.ConfigurationSource;
import org.luminousnix.nix.eval.Evaluator;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.Generations;

import java.util.List;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/// The machine that is planned for, as far as planning looks at it. Nothing here changes anything.
///
/// @param source where its configuration is evaluated from now
public record Machine(NixLayout layout, Catalog catalog, Evaluator evaluator, Units units, MachineFacts facts,
        Supplier<ConfigurationSource> source)
{
    public Machine
    {
        requireNonNull(layout, "layout is null");
        requireNonNull(catalog, "catalog is null");
        requireNonNull(evaluator, "evaluator is null");
        requireNonNull(units, "units is null");
        requireNonNull(facts, "facts is null");
        requireNonNull(source, "source is null");
    }

    /// Returns the generations of the system, oldest first.
    List<Generation> generations()
    {
        return Generations.ofSystem(layout).list();
    }

    /// Returns the commands of the running system.
    InstalledPrograms installed()
    {
        return new InstalledPrograms(layout.currentSystem().resolve("sw/bin"));
    }
}
