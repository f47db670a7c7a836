package org.luminousnix.daemon.app;

import org.luminousnix.daemon.rpc.Peer;
import org.luminousnix.daemon.safety.Role;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
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
    private static final Duration GOES_ON = Duration.ofHours(1);

    private final Roles roles;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> open = new LinkedHashMap<>(64, 0.75f, true);

    Sessions(Roles roles, InstantSource clock)
    {
        this.roles = requireNonNull(roles, "roles is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    synchronized Session open(Peer peer)
    {
        byte[] id = new byte[12];
        random.nextBytes(id);
        Session session = new Session("session-" + HexFormat.of().formatHex(id), peer, roles.of(peer.user()), clock.instant());
        former(peer.user()).ifPresent(session::goOnFrom);
        open.put(session.id(), session);
        if (open.size() > KEPT) {
            open.remove(open.keySet().iterator().next());
        }
        return session;
    }

    /// Returns the conversation that a person goes on with: the last one, if its connection has ended, as that of a one-shot
    /// command has, and not long ago. Sessions beside each other do not mix.
    private Optional<Session> former(String user)
    {
        Instant oldest = clock.instant().minus(GOES_ON);
        return of(user).stream().max(Comparator.comparing(Session::used))
                .filter(last -> !last.peer().isOpen() && last.used().isAfter(oldest));
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
        session.use(clock.instant());
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
