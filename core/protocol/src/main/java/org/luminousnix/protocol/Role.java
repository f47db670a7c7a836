package org.luminousnix.protocol;

/// What a person may do, by the groups of the connected account.
public enum Role
{
    /// May ask and read.
    VIEWER,

    /// May also change the own profile.
    USER,

    /// May also change the system.
    OPERATOR
}
