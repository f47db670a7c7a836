package org.luminousnix.daemon.app;

import org.luminousnix.daemon.explanation.Decision;
import org.luminousnix.daemon.language.Dialogue;
import org.luminousnix.daemon.rpc.Peer;
import org.luminousnix.daemon.safety.Role;

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
    private Optional<String> execution = Optional.empty();

    Session(String id, String user, Role role, Peer peer)
    {
        this.id = requireNonNull(id, "id is null");
        this.user = requireNonNull(user, "user is null");
        this.role = requireNonNull(role, "role is null");
        this.peer = requireNonNull(peer, "peer is null");
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

    /// Returns the execution that was begun last in this session.
    synchronized Optional<String> execution()
    {
        return execution;
    }

    synchronized void began(String begun)
    {
        execution = Optional.of(begun);
    }
}
