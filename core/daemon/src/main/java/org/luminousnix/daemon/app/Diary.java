package org.luminousnix.daemon.app;

import org.luminousnix.daemon.explanation.Decision;
import org.luminousnix.daemon.language.Recognized;
import org.luminousnix.daemon.memory.Interaction;
import org.luminousnix.daemon.memory.Interactions;
import org.luminousnix.daemon.memory.MemoryException;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonWriter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Writes down what people said and what was made of it, where that is wanted.
final class Diary
{
    private static final Logger LOG = LoggerFactory.getLogger(Diary.class);

    private final Interactions interactions;
    private final boolean kept;

    /// @param kept whether anything is written
    Diary(Interactions interactions, boolean kept)
    {
        this.interactions = requireNonNull(interactions, "interactions is null");
        this.kept = kept;
    }

    /// Writes a decision down. What cannot be written is logged: an answer does not fail for it.
    void asked(Session session, Decision decision, org.luminousnix.protocol.Outcome outcome)
    {
        if (!kept) {
            return;
        }
        List<Json> intents = decision.understanding().intents().stream().map(Recognized::intent).<Json>map(intent -> Json.of(intent.name()))
                .toList();
        Interaction interaction = new Interaction(decision.id(), session.user(), session.id(), decision.at(),
                decision.understanding().text(), JsonWriter.write(Json.array(intents)),
                outcome.name(), JsonWriter.write(Json.of(decision.reply())), decision.plan().map(plan -> plan.id()), Optional.empty());
        try {
            interactions.add(interaction);
        }
        catch (MemoryException e) {
            LOG.warn("what was asked is not written down: {}", e.getMessage());
        }
    }

    /// Notes that the plan of a request is carried out.
    void executed(String plan, String execution)
    {
        if (kept) {
            interactions.executed(plan, execution);
        }
    }

    /// Returns what a person asked, newest first.
    List<Interaction> of(String user, int most, Optional<String> before)
    {
        return interactions.list(user, most, before);
    }
}
