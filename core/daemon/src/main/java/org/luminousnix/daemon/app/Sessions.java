package org.luminousnix.daemon.app;

import org.luminousnix.daemon.rpc.Peer;
import org.luminousnix.daemon.safety.Role;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.UNKNOWN_SESSION;
import static org.luminousnix.protocol.RpcException.rpcException;

/// The open conversations; the one unused for longest goes first when there are too many. Safe for use by many threads.
final class Sessions
{
    private static final int KEPT = 4096;

    private final Roles roles;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> open = new LinkedHashMap<>(64, 0.75f, true);

    Sessions(Roles roles)
    {
        this.roles = requireNonNull(roles, "roles is null");
    }

    synchronized Session open(Peer peer)
    {
        byte[] id = new byte[12];
        random.nextBytes(id);
        Session session = new Session("session-" + HexFormat.of().formatHex(id), peer.user(), roles.of(peer.user()), peer);
        open.put(session.id(), session);
        if (open.size() > KEPT) {
            open.remove(open.keySet().iterator().next());
        }
        return session;
    }

    /// Returns a person's session.
    ///
    /// @throws org.luminousnix.protocol.RpcException UNKNOWN_SESSION when there is none of that name for this person
    synchronized Session require(String id, String user)
    {
        Session session = open.get(id);
        if (session == null || !session.user().equals(user)) {
            throw rpcException(UNKNOWN_SESSION, "There is no session \"%s\" for you; session.open opens one.", id);
        }
        return session;
    }

    /// Returns a person's sessions, the least recently used first.
    synchronized List<Session> of(String user)
    {
        return open.values().stream().filter(session -> session.user().equals(user)).toList();
    }

    /// Returns the role of a person, whether or not a session is open.
    Role role(String user)
    {
        return roles.of(user);
    }

    /// Returns the session in which a decision was made last, for the person who made it.
    synchronized Optional<Session> ofDecision(String decision, String user)
    {
        return of(user).stream().filter(session -> session.decision().filter(made -> made.id().equals(decision)).isPresent()).findFirst();
    }
}
