package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.language.Clarification;
import org.luminousnix.nix.configuration.ConfigurationEdit;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// What comes of one intent.
public sealed interface Outcome
{
    /// Edits of the configuration, to be built and activated together with those of the other intents of the request.
    ///
    /// @param title what the person gets, as an infinitive
    /// @param probes what must be true afterwards
    /// @param notes what the person should know before agreeing
    record Change(String title, List<ConfigurationEdit> edits, List<Probe> probes, List<String> notes) implements Outcome
    {
        public Change
        {
            requireNonNull(title, "title is null");
            edits = List.copyOf(edits);
            probes = List.copyOf(probes);
            notes = List.copyOf(notes);
        }
    }

    /// Something that would be done, to be judged and shown.
    record Proposal(Draft draft) implements Outcome
    {
        public Proposal
        {
            requireNonNull(draft, "draft is null");
        }
    }

    /// What was asked for is answered; nothing changes.
    ///
    /// @param suggestions what could be said next
    record Answer(String text, List<Item> items, List<String> suggestions) implements Outcome
    {
        public Answer
        {
            requireNonNull(text, "text is null");
            items = List.copyOf(items);
            suggestions = List.copyOf(suggestions);
        }

        /// Returns an answer in one text.
        public static Answer of(String text)
        {
            return new Answer(text, List.of(), List.of());
        }
    }

    /// It was understood and is not done: already so, not possible here, or not known. The text says which, and what to do.
    record NotDone(String text, List<String> suggestions) implements Outcome
    {
        public NotDone
        {
            requireNonNull(text, "text is null");
            suggestions = List.copyOf(suggestions);
        }

        /// Returns the outcome with a reason and nothing to suggest.
        public static NotDone because(String text)
        {
            return new NotDone(text, List.of());
        }
    }

    /// Something has to be known first.
    record Asked(Clarification question) implements Outcome
    {
        public Asked
        {
            requireNonNull(question, "question is null");
        }
    }

    /// It is about the conversation itself, which the session knows: yes, no, undo, why, history.
    record Conversation() implements Outcome
    {}
}
