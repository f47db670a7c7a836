package org.luminousnix.daemon.app;

import org.luminousnix.daemon.explanation.Depth;
import org.luminousnix.daemon.explanation.Explainer;
import org.luminousnix.daemon.language.ConversationIntent;
import org.luminousnix.daemon.language.Intent;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.Item;
import org.luminousnix.daemon.planning.Outcome;
import org.luminousnix.daemon.planning.Outcome.Answer;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.daemon.planning.Outcome.Proposal;
import org.luminousnix.daemon.planning.Plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Answers what is about the conversation itself: yes, no, why, undo that, what did you do.
final class Conversation
{
    private static final int TOLD = 20;

    private final Proposals proposals;
    private final Executions executions;
    private final Notices notices;

    Conversation(Proposals proposals, Executions executions, Notices notices)
    {
        this.proposals = requireNonNull(proposals, "proposals is null");
        this.executions = requireNonNull(executions, "executions is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    /// Makes a plan for the person of a session.
    Plan propose(Session session, String request, Draft draft)
    {
        return proposals.propose(session.user(), session.role(), request, draft);
    }

    /// Returns what the person of a session has to be told before anything else.
    String preface(Session session)
    {
        return String.join("\n", notices.take(session.user()));
    }

    Outcome answer(Session session, Intent intent)
    {
        return switch (intent) {
            case ConversationIntent.AssistantConfirm() -> confirm(session);
            case ConversationIntent.AssistantCancel() -> cancel(session);
            case ConversationIntent.AssistantUndo() -> executions.undoLast(session.user());
            case ConversationIntent.AssistantHistory() -> history(session);
            case ConversationIntent.ExplainWhy() -> why(session);
            case ConversationIntent.AssistantFeedback _ -> Answer.of("Thank you for telling me.");
            case ConversationIntent.AssistantStyle _ ->
                NotDone.because("I cannot change how I speak yet; \"why\" gives more, and --plain leaves symbols out.");
            case ConversationIntent.PrivacyShow() -> NotDone.because(
                    "Everything that is kept lies in the state directory that \"ask-nix rpc daemon.info\" names, and only there. Showing it here is not possible yet.");
            case ConversationIntent.PrivacyExport(),ConversationIntent.PrivacyForget() ->
                NotDone.because(
                        "That is not possible yet. Everything that is kept lies in the state directory that \"ask-nix rpc daemon.info\" names, and only there.");
            default -> NotDone.because("That is not about the conversation.");
        };
    }

    /// Shows the waiting plan again: words alone approve nothing, the digest does.
    private Outcome confirm(Session session)
    {
        return waiting(session).<Outcome>map(plan -> new Proposal(plan.draft()))
                .orElseGet(() -> NotDone.because("Nothing waits for a yes."));
    }

    private Outcome cancel(Session session)
    {
        return waiting(session).filter(plan -> proposals.plans().cancel(plan.id(), session.user()))
                .<Outcome>map(plan -> Answer.of("Dropped: " + plan.draft().title() + "."))
                .orElseGet(() -> Answer.of("Nothing was waiting, and nothing is done."));
    }

    private Optional<Plan> waiting(Session session)
    {
        return session.decision().flatMap(decision -> decision.plan()).flatMap(plan -> proposals.plans().find(plan.id(), session.user()));
    }

    private Outcome history(Session session)
    {
        List<Item> items = executions.of(session.user(), TOLD).stream()
                .map(report -> new Item("execution", report.id(), report.plan().draft().title(),
                        report.state().name().toLowerCase(Locale.ROOT)))
                .toList();
        return items.isEmpty()
                ? Answer.of("Nothing was done for you yet.")
                : new Answer("What was done for you, newest first:", items, List.of("undo that"));
    }

    private static Outcome why(Session session)
    {
        return session.decision().<Outcome>map(decision -> Answer.of(Explainer.explain(decision, Depth.DETAILED).text()))
                .orElseGet(() -> NotDone.because("Nothing was decided in this conversation yet."));
    }
}
