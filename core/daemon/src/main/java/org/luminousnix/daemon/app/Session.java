package org.luminousnix.daemon.app;

import org.luminousnix.daemon.explanation.Decision;
import org.luminousnix.daemon.language.Dialogue;
import org.luminousnix.daemon.rpc.Peer;
import org.luminousnix.daemon.safety.Role;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

import static java.util.Objects.requireNonNull;

/// One conversation of one person. Safe for use by many threads.
final class Session
{
    private final String id;
    private final String user;
    private final Role role;
    private final Peer peer;
    private Dialogue dialogue = Dialogue.empty();
    private Optional<Decision> decision = Optional.empty();
    private Instant used;

    Session(String id, Peer peer, Role role, Instant now)
    {
        this.id = requireNonNull(id, "id is null");
        this.peer = requireNonNull(peer, "peer is null");
        this.user = peer.user();
        this.role = requireNonNull(role, "role is null");
        this.used = requireNonNull(now, "now is null");
    }

    String id()
    {
        return id;
    }

    String user()
    {
        return user;
    }

    Role role()
    {
        return role;
    }

    /// Returns the connection that opened it, which is told what happens.
    Peer peer()
    {
        return peer;
    }

    /// Goes on where another session of the same person stopped.
    synchronized void goOnFrom(Session former)
    {
        dialogue = former.dialogue();
        decision = former.decision();
    }

    /// Notes that something was said.
    synchronized void use(Instant now)
    {
        used = now;
    }

    /// Returns when something was said last.
    synchronized Instant used()
    {
        return used;
    }

    synchronized Dialogue dialogue()
    {
        return dialogue;
    }

    synchronized void evolve(UnaryOperator<Dialogue> step)
    {
        dialogue = step.apply(dialogue);
    }

    /// Returns what was made of the last request.
    synchronized Optional<Decision> decision()
    {
        return decision;
    }

    synchronized void decided(Decision made)
    {
        decision = Optional.of(made);
    }

}
