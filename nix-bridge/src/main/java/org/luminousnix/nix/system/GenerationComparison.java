package org.luminousnix.nix.system;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.PackageDifference;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.Processes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import static org.luminousnix.nix.NixErrorCode.NOT_A_SYSTEM;
import static org.luminousnix.nix.NixException.nixException;

/// Compares two generations of the system by what they put on the path of everybody (`environment.systemPackages` and what modules add).
public final class GenerationComparison
{
    private final StoreCommands store;

    /// Creates a comparison on this Nix.
    public GenerationComparison(NixLayout layout, Processes processes)
    {
        this.store = new StoreCommands(new NixCommands(layout), processes);
    }

    /// Returns which packages differ between two generations.
    ///
    /// @throws org.luminousnix.nix.NixException NOT_A_SYSTEM if one of them dangles or has no `sw`
    public PackageDifference packages(Generation before, Generation after)
    {
        return packages(before.target(), after.target());
    }

    /// Returns which packages differ between two systems.
    ///
    /// @throws org.luminousnix.nix.NixException NOT_A_SYSTEM if one of them dangles or has no `sw`
    public PackageDifference packages(Path before, Path after)
    {
        return PackageDifference.between(packages(before), packages(after));
    }

    private Set<Path> packages(Path system)
    {
        try {
            return store.references(system.resolve("sw").toRealPath());
        }
        catch (IOException e) {
            throw nixException(NOT_A_SYSTEM, e, "%s has no packages: it is gone, or no system", system);
        }
    }
}
