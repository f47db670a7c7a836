package org.luminousnix.daemon.facts;

import static java.util.Objects.requireNonNull;

/// A systemd unit as it is now, in systemd's own words (systemctl(1) `show`).
///
/// @param name with its ending, `sshd.service`
/// @param description the unit's own
/// @param load `loaded`, `not-found`, `masked`
/// @param active `active`, `inactive`, `failed`, `activating`
/// @param sub `running`, `exited`, `dead`
/// @param since since when it is so, as systemd words it; may be empty
public record Unit(String name, String description, String load, String active, String sub, String since)
{
    public Unit
    {
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        requireNonNull(load, "load is null");
        requireNonNull(active, "active is null");
        requireNonNull(sub, "sub is null");
        requireNonNull(since, "since is null");
    }

    /// Returns whether there is such a unit.
    public boolean exists()
    {
        return !load.equals("not-found");
    }

    /// Returns its state in a sentence.
    public String sentence()
    {
        return exists()
                ? "%s is %s (%s)%s.".formatted(name, active, sub, since.isEmpty() ? "" : " since " + since)
                : "There is no unit " + name + ".";
    }
}
