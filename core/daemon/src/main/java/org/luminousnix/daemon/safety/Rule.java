package org.luminousnix.daemon.safety;

import org.luminousnix.daemon.planning.Draft;

import java.util.Optional;

/// One thing that no plan may do.
@FunctionalInterface
public interface Rule
{
    /// Returns why the draft is not done and what would be allowed instead; empty where the rule has nothing against it.
    Optional<String> objection(Draft draft, Role role);
}
