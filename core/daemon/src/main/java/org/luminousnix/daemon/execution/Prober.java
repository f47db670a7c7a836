package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.planning.Probe;

import static java.util.Objects.requireNonNull;

/// Looks at the machine after a plan.
@FunctionalInterface
public interface Prober
{
    /// Looks whether a probe holds; what could not be looked at does not hold, and the finding says why.
    Finding look(Probe probe, StepContext context);

    /// What was found.
    ///
    /// @param holds whether it is as it must be
    /// @param measured what was looked at and seen: `sw/bin/rg is executable`
    record Finding(boolean holds, String measured)
    {
        public Finding
        {
            requireNonNull(measured, "measured is null");
        }
    }
}
