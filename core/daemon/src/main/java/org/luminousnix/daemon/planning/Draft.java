package org.luminousnix.daemon.planning;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// What a planner proposes, before anybody has judged it.
///
/// @param title what the person gets, as an infinitive: `Install ripgrep for everybody on this machine`
/// @param actions what would be done, in order
/// @param probes what must be true afterwards
/// @param notes what the person should know before agreeing
public record Draft(String title, List<Action> actions, List<Probe> probes, List<String> notes)
{
    public Draft
    {
        requireNonNull(title, "title is null");
        actions = List.copyOf(actions);
        probes = List.copyOf(probes);
        notes = List.copyOf(notes);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a draft does something");
        }
    }

    /// Returns the risk of its worst action.
    public Risk risk()
    {
        return actions.stream().map(action -> action.traits().risk()).reduce(Risk.READ_ONLY, Risk::or);
    }
}
