package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `ask`.
///
/// @param intents how the text was understood
/// @param reply what to show
/// @param plan what would be done, waiting for approval
/// @param question what has to be known first
/// @param explanation in one sentence, what was understood and why
/// @param outcome what came of the request
/// @param decision the id of this decision, for `explain.decision`
public record AskReply(List<RecognizedIntent> intents, Reply reply, Optional<PlanView> plan, Optional<Question> question,
        String explanation, Outcome outcome, String decision)
{
    public AskReply
    {
        intents = List.copyOf(intents);
        requireNonNull(reply, "reply is null");
        requireNonNull(plan, "plan is null");
        requireNonNull(question, "question is null");
        requireNonNull(explanation, "explanation is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(decision, "decision is null");
    }

    /// What to show to the person.
    ///
    /// @param text the answer in plain words, without control characters
    /// @param items the things that the text speaks of, in the order in which "the second one" counts them
    /// @param suggestions what could be said next
    public record Reply(String text, List<Item> items, List<String> suggestions)
    {
        public Reply
        {
            requireNonNull(text, "text is null");
            items = List.copyOf(items);
            suggestions = List.copyOf(suggestions);
        }
    }

    /// One thing of a list that is shown.
    ///
    /// @param kind what it is: `package`, `option`, `program`, `generation`, `service`, `setting`, `file`, `fact`
    /// @param attribute the attribute path of a package
    /// @param name the name of anything else
    /// @param title the line to show
    /// @param detail the second line; may be empty
    public record Item(String kind, Optional<String> attribute, Optional<String> name, String title, String detail)
    {
        public Item
        {
            requireNonNull(kind, "kind is null");
            requireNonNull(attribute, "attribute is null");
            requireNonNull(name, "name is null");
            requireNonNull(title, "title is null");
            requireNonNull(detail, "detail is null");
        }
    }
}
