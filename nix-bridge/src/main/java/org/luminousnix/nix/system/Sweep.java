package org.luminousnix.nix.system;

/// What a garbage collection did.
///
/// @param paths how many objects it deleted
/// @param bytes how much it freed, as Nix tells it: to 1/100 MiB for each step
/// @param complete whether nothing dead was left
public record Sweep(long paths, long bytes, boolean complete)
{
    /// Nothing done yet.
    static final Sweep NONE = new Sweep(0, 0, false);

    Sweep plus(Sweep step)
    {
        return new Sweep(paths + step.paths, bytes + step.bytes, step.complete);
    }
}
