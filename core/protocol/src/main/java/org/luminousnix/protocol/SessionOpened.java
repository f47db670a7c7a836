package org.luminousnix.protocol;

import static java.util.Objects.requireNonNull;

/// The answer of `session.open`.
///
/// @param session the name to give with later requests
/// @param user the account that the kernel names for this connection
/// @param role what that account may do
/// @param server the daemon
/// @param mode what the daemon works on
public record SessionOpened(String session, String user, Role role, Software server, Mode mode)
{
    public SessionOpened
    {
        requireNonNull(session, "session is null");
        requireNonNull(user, "user is null");
        requireNonNull(role, "role is null");
        requireNonNull(server, "server is null");
        requireNonNull(mode, "mode is null");
    }
}
