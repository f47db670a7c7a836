package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.language.Clarification;
import org.luminousnix.daemon.planning.Outcome.Answer;
import org.luminousnix.daemon.planning.Outcome.Asked;
import org.luminousnix.daemon.planning.Outcome.Change;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.daemon.planning.Outcome.Proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What comes of a whole request: the outcomes of its intents in one reply and at most one plan, all or nothing.
///
/// @param done whether everything that was asked for is answered or planned
public record Composition(String text, List<Item> items, List<String> suggestions, Optional<Draft> draft, Optional<Clarification> question,
        boolean done)
{
    public Composition
    {
        items = List.copyOf(items);
        suggestions = List.copyOf(suggestions);
    }

    /// Puts the outcomes together. Where one of them is not done, nothing is planned; where one is a question, it is asked first.
    ///
    /// @param edits computes what edits would make of the configuration
    public static Composition of(List<Outcome> outcomes, Function<Change, Outcome> edits)
    {
        Parts parts = new Parts();
        Optional<Change> change = merged(outcomes);
        change.ifPresent(whole -> parts.add(edits.apply(whole)));
        outcomes.stream().filter(outcome -> !(outcome instanceof Change)).forEach(parts::add);
        return parts.composed();
    }

    private static Optional<Change> merged(List<Outcome> outcomes)
    {
        return outcomes.stream().filter(Change.class::isInstance).map(Change.class::cast)
                .reduce((first, second) -> new Change(first.title() + "; " + lowered(second.title()),
                        joined(first.edits(), second.edits()), joined(first.probes(), second.probes()),
                        joined(first.notes(), second.notes())));
    }

    private static <T> List<T> joined(List<T> first, List<T> second)
    {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String lowered(String title)
    {
        return title.isEmpty() ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static final class Parts
    {
        private final List<String> texts = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private final List<String> suggestions = new ArrayList<>();
        private final List<Draft> drafts = new ArrayList<>();
        private Optional<Clarification> question = Optional.empty();
        private boolean done = true;

        void add(Outcome outcome)
        {
            switch (outcome) {
                case Proposal(Draft draft) -> drafts.add(draft);
                case Answer answer -> {
                    texts.add(answer.text());
                    items.addAll(answer.items());
                    suggestions.addAll(answer.suggestions());
                }
                case NotDone(String text, var next) -> {
                    texts.add(text);
                    suggestions.addAll(next);
                    done = false;
                }
                case Asked(Clarification asked) -> question = Optional.of(asked);
                case Change _,Outcome.Conversation _ -> {
                    // A change was computed before; talk about the conversation is answered by the session.
                }
            }
        }

        Composition composed()
        {
            boolean planned = done && question.isEmpty() && !drafts.isEmpty();
            if (planned) {
                texts.add(drafts.size() == 1
                        ? drafts.getFirst().title() + "."
                        : "In this order: " + String.join("; ", drafts.stream().map(Draft::title).toList()) + ".");
            }
            else if (!drafts.isEmpty() && !done) {
                texts.add("Nothing else of the request is planned either.");
            }
            return new Composition(String.join("\n", texts), items, suggestions, planned ? Optional.of(whole()) : Optional.empty(),
                    question, done);
        }

        private Draft whole()
        {
            return drafts.stream()
                    .reduce((first, second) -> new Draft(first.title() + "; " + lowered(second.title()),
                            joined(first.actions(), second.actions()),
                            joined(first.probes(), second.probes()), joined(first.notes(), second.notes())))
                    .orElseThrow();
        }
    }
}
