package org.luminousnix.daemon.app;

import org.luminousnix.daemon.rpc.CurrentPeer;
import org.luminousnix.daemon.rpc.SessionMethods;
import org.luminousnix.protocol.Mode;
import org.luminousnix.protocol.Role;
import org.luminousnix.protocol.SessionOpened;
import org.luminousnix.protocol.Software;

import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Opens conversations.
final class SessionService implements SessionMethods
{
    private final Sessions sessions;
    private final Mode mode;
    private final Software self;

    SessionService(Sessions sessions, Mode mode, Software self)
    {
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.mode = requireNonNull(mode, "mode is null");
        this.self = requireNonNull(self, "self is null");
    }

    @Override
    public SessionOpened open(Software client, Optional<String> locale, Optional<Boolean> plain)
    {
        Session session = sessions.open(CurrentPeer.get());
        return new SessionOpened(session.id(), session.user(), Role.valueOf(session.role().name()), self, mode);
    }
}
