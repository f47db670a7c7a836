package org.luminousnix.daemon.app;

import org.luminousnix.daemon.explanation.Decision;
import org.luminousnix.daemon.explanation.Depth;
import org.luminousnix.daemon.explanation.Explainer;
import org.luminousnix.daemon.language.ConversationIntent;
import org.luminousnix.daemon.language.Dialogue;
import org.luminousnix.daemon.language.Recognized;
import org.luminousnix.daemon.language.Understander;
import org.luminousnix.daemon.language.Understanding;
import org.luminousnix.daemon.planning.Composition;
import org.luminousnix.daemon.planning.Item;
import org.luminousnix.daemon.planning.Outcome;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.planning.Planner;
import org.luminousnix.daemon.planning.Verdict;
import org.luminousnix.daemon.rpc.AskMethods;
import org.luminousnix.daemon.rpc.CurrentPeer;
import org.luminousnix.daemon.safety.Speech;
import org.luminousnix.nix.NixException;
import org.luminousnix.protocol.AskReply;
import org.luminousnix.protocol.Recognition;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// Answers what a person says: with an answer, a plan to approve, or a question.
final class AskService implements AskMethods
{
    private final Understander understander;
    private final Planner planner;
    private final Conversation conversation;
    private final Sessions sessions;
    private final Diary diary;

    AskService(Understander understander, Planner planner, Conversation conversation, Sessions sessions, Diary diary)
    {
        this.understander = requireNonNull(understander, "understander is null");
        this.planner = requireNonNull(planner, "planner is null");
        this.conversation = requireNonNull(conversation, "conversation is null");
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.diary = requireNonNull(diary, "diary is null");
    }

    @Override
    public Recognition recognize(String text, Optional<String> session)
    {
        Dialogue context = session.map(id -> sessions.require(id, CurrentPeer.get().user()).dialogue()).orElseGet(Dialogue::empty);
        Understanding understood = understander.understand(text, context);
        return new Recognition(understood.intents().stream().map(Views::intent).toList(), understood.question().map(Views::question));
    }

    @Override
    public AskReply ask(String text, String session)
    {
        Session opened = sessions.require(session, CurrentPeer.get().user());
        Understanding understood = understander.understand(text, opened.dialogue());
        Composition composed = composed(opened, understood);
        Optional<Plan> plan = composed.draft().map(draft -> conversation.propose(opened, text, draft));
        Decision decision = new Decision("decision-" + UUID.randomUUID(), Clock.systemUTC().instant(), understood, composed.text(), plan);
        org.luminousnix.protocol.Outcome outcome = outcome(understood, composed, decision);
        remember(opened, understood, composed, decision);
        diary.asked(opened, decision, outcome);
        return reply(understood, composed, decision, outcome, conversation.preface(opened));
    }

    private Composition composed(Session session, Understanding understood)
    {
        if (understood.question().isPresent()) {
            return planner.compose(List.of(new Outcome.Asked(understood.question().get())));
        }
        if (understood.intents().isEmpty()) {
            return planner.compose(List.of(Planner.notUnderstood()));
        }
        Optional<String> objection = Speech.objection(understood.text());
        if (objection.isPresent()) {
            return planner.compose(List.of(Outcome.NotDone.because(objection.get())));
        }
        return planner.compose(understood.intents().stream().map(read -> outcome(session, read)).toList());
    }

    /// What Nix itself cannot do is a reason that a person is told, not a fault of ours.
    private Outcome outcome(Session session, Recognized read)
    {
        try {
            Outcome outcome = planner.plan(read, session.user());
            return outcome instanceof Outcome.Conversation ? conversation.answer(session, read.intent()) : outcome;
        }
        catch (NixException e) {
            return Outcome.NotDone.because(e.getMessage());
        }
    }

    private void remember(Session session, Understanding understood, Composition composed, Decision decision)
    {
        session.evolve(dialogue -> dialogue.after(understood, composed.items().stream().map(Item::shown).toList()));
        composed.question().ifPresent(question -> session.evolve(dialogue -> dialogue.asked(question)));
        decision.plan().ifPresent(_ -> session.evolve(Dialogue::withPlan));
        if (!understood.intents().stream().allMatch(read -> read.intent() instanceof ConversationIntent.ExplainWhy)) {
            session.decided(decision);
        }
    }

    private static AskReply reply(Understanding understood, Composition composed, Decision decision,
            org.luminousnix.protocol.Outcome outcome, String preface)
    {
        AskReply.Reply reply = new AskReply.Reply(Wording.harmless(text(understood, composed, preface)),
                composed.items().stream().map(Views::item).toList(), composed.suggestions());
        return new AskReply(understood.intents().stream().map(Views::intent).toList(), reply, decision.plan().map(Views::plan),
                composed.question().map(Views::question),
                Wording.harmless(Explainer.explain(decision, Depth.SIMPLE).text()), outcome, decision.id());
    }

    private static String text(Understanding understood, Composition composed, String preface)
    {
        return Stream.of(preface, composed.text(), String.join(" ", understood.warnings())).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static org.luminousnix.protocol.Outcome outcome(Understanding understood, Composition composed, Decision decision)
    {
        if (composed.question().isPresent()) {
            return org.luminousnix.protocol.Outcome.QUESTION;
        }
        if (decision.plan().isPresent()) {
            return decision.plan().get().verdict() instanceof Verdict.Refused
                    ? org.luminousnix.protocol.Outcome.REFUSED
                    : org.luminousnix.protocol.Outcome.PLANNED;
        }
        boolean strange = understood.wishes().stream().allMatch(ConversationIntent.OutOfScope.class::isInstance);
        if (strange) {
            return org.luminousnix.protocol.Outcome.NOT_UNDERSTOOD;
        }
        return composed.done() ? org.luminousnix.protocol.Outcome.ANSWERED : org.luminousnix.protocol.Outcome.REFUSED;
    }
}
