package org.luminousnix.daemon.safety;

import org.luminousnix.daemon.planning.Privilege;

/// What a person may do on this machine; each role may do what those before it may.
public enum Role
{
    /// Asks and looks.
    VIEWER,
    /// Changes what is their own: profile, projects.
    USER,
    /// Changes the system.
    OPERATOR;

    /// Returns whether the role suffices for an action that needs a privilege.
    public boolean allows(Privilege privilege)
    {
        return switch (privilege) {
            case NONE -> true;
            case USER -> this != VIEWER;
            case ROOT -> this == OPERATOR;
        };
    }
}
