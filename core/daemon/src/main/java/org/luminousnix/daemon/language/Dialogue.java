package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What a session remembers for the next sentence. Immutable and bounded: the last few understandings, the items shown last.
///
/// @param turns the last understandings, newest first
/// @param shown the items that a reply listed last, in their order
/// @param question the question that waits for an answer
/// @param planned whether a plan waits for approval
/// @param applied whether something was done that can be taken back
/// @param failure the text of what failed last
public record Dialogue(
        List<Understanding> turns,
        List<ShownItem> shown,
        Optional<Clarification> question,
        boolean planned,
        boolean applied,
        Optional<String> failure)
{
    private static final int TURNS_KEPT = 4;
    private static final int ITEMS_KEPT = 100;
    private static final int FAILURE_LENGTH = 4_000;

    public Dialogue
    {
        turns = List.copyOf(turns.subList(0, Math.min(TURNS_KEPT, turns.size())));
        shown = List.copyOf(shown.subList(0, Math.min(ITEMS_KEPT, shown.size())));
        requireNonNull(question, "question is null");
        failure = failure.map(text -> text.substring(0, Math.min(FAILURE_LENGTH, text.length())));
    }

    /// Returns the context of a session in which nothing was said yet.
    public static Dialogue empty()
    {
        return new Dialogue(List.of(), List.of(), Optional.empty(), false, false, Optional.empty());
    }

    /// Returns the context after a sentence and the items that its reply listed; where it listed none, the former ones stay.
    public Dialogue after(Understanding understanding, List<ShownItem> items)
    {
        List<Understanding> remembered = new ArrayList<>(turns);
        remembered.addFirst(requireNonNull(understanding, "understanding is null"));
        return new Dialogue(remembered, items.isEmpty() ? shown : items, understanding.question(), planned, applied, failure);
    }

    /// Returns the context with a question that the daemon asked by itself.
    public Dialogue asked(Clarification clarification)
    {
        return new Dialogue(turns, shown, Optional.of(clarification), planned, applied, failure);
    }

    /// Returns the context after a plan was shown.
    public Dialogue withPlan()
    {
        return new Dialogue(turns, shown, question, true, applied, failure);
    }

    /// Returns the context after a plan was applied.
    public Dialogue withApplied()
    {
        return new Dialogue(turns, shown, question, false, true, Optional.empty());
    }

    /// Returns the context after something failed with a text.
    public Dialogue withFailure(String text)
    {
        return new Dialogue(turns, shown, question, false, applied, Optional.of(text));
    }

    /// Returns what was understood last.
    public Optional<Understanding> last()
    {
        return turns.stream().findFirst();
    }

    /// Returns the last intent that was about something, newest first, with talk such as "yes" and "why" left out.
    public Optional<Intent> lastMatter()
    {
        return turns.stream().map(Understanding::wishes).filter(wishes -> !wishes.isEmpty()).map(List::getLast)
                .filter(intent -> !(intent.name().startsWith("assistant.") || intent.slots().isEmpty())).findFirst();
    }

    /// Returns the last intent that said a slot, newest first.
    public Optional<Intent> lastWith(String slot)
    {
        return turns.stream().flatMap(turn -> turn.wishes().reversed().stream()).filter(intent -> intent.slots().containsKey(slot))
                .findFirst();
    }
}
