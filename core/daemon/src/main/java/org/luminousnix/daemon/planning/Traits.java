package org.luminousnix.daemon.planning;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// What is to be known of an action before it is done.
///
/// @param risk how much it can hurt
/// @param privilege whose rights it needs
/// @param title what it does, for a person, as an infinitive with a capital: `Build the system`
/// @param typed the command that a person would have typed, for showing only
public record Traits(Risk risk, Privilege privilege, String title, List<String> typed)
{
    public Traits
    {
        requireNonNull(risk, "risk is null");
        requireNonNull(privilege, "privilege is null");
        requireNonNull(title, "title is null");
        typed = List.copyOf(typed);
    }

    static Traits of(Risk risk, Privilege privilege, String title, String... typed)
    {
        return new Traits(risk, privilege, title, List.of(typed));
    }
}
