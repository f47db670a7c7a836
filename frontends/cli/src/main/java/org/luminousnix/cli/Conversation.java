package org.luminousnix.cli;

import org.luminousnix.protocol.AskReply;
import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.Explanation;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Outcome;
import org.luminousnix.protocol.PlanView;
import org.luminousnix.protocol.PreviewAnswer;
import org.luminousnix.protocol.Question;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.SessionOpened;
import org.luminousnix.protocol.Verdict;
import org.luminousnix.protocol.Wire;

import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The way of one sentence: understood, answered or asked back, planned, shown, approved, done.
final class Conversation
{
    private final Screen screen;
    private final Options options;
    private final DaemonClient daemon;
    private final PlanRun run;
    private final SessionOpened session;
    private final Json.Builder document = Json.object();

    Conversation(Screen screen, Options options, DaemonClient daemon, SessionOpened session, PlanRun run)
    {
        this.screen = requireNonNull(screen, "screen is null");
        this.options = requireNonNull(options, "options is null");
        this.daemon = requireNonNull(daemon, "daemon is null");
        this.session = requireNonNull(session, "session is null");
        this.run = requireNonNull(run, "run is null");
    }

    /// Goes the way to its end.
    ExitCode say(String text)
    {
        AskReply reply = ask(text);
        if (reply.question().isPresent() && screen.terminal().asks()) {
            Optional<String> answer = answer(reply.question().get());
            if (answer.isEmpty()) {
                screen.show(page -> page.marked(Mark.NOTE, Ink.PLAIN, "Nothing was changed."));
                return ExitCode.DECLINED;
            }
            reply = ask(answer.get());
        }
        return ended(reply);
    }

    /// Returns everything that was said and done so far, as one JSON document.
    Json.Builder document()
    {
        return document;
    }

    private AskReply ask(String text)
    {
        Json.JsonObject params = Json.object().put("text", text).put("session", session.session()).build();
        Json answer = Waiting.answer(screen, "Thinking", daemon.send("ask", params));
        document.put("ask", answer);
        AskReply reply = Wire.read(answer, AskReply.class);
        screen.show(page -> {
            ReplyView.understanding(page, reply);
            if (!saysThePlanAlone(reply)) {
                ReplyView.answer(page, reply);
            }
        });
        return reply;
    }

    /// Says whether the reply's text is no more than the title of the plan, which is shown with it anyway.
    private static boolean saysThePlanAlone(AskReply reply)
    {
        String text = reply.reply().text().strip().replaceFirst("\\.$", "");
        return reply.reply().items().isEmpty()
                && reply.plan().filter(plan -> plan.title().strip().replaceFirst("\\.$", "").equals(text)).isPresent();
    }

    private Optional<String> answer(Question question)
    {
        screen.show(page -> ReplyView.question(page, question));
        String prompt = question.choices().isEmpty() ? ">" : "Number or words:";
        return screen.ask(prompt).filter(answer -> !answer.isEmpty()).map(answer -> chosen(question, answer));
    }

    private static String chosen(Question question, String answer)
    {
        if (answer.matches("[1-9][0-9]{0,3}") && Integer.parseInt(answer) <= question.choices().size()) {
            return question.choices().get(Integer.parseInt(answer) - 1);
        }
        return answer;
    }

    private ExitCode ended(AskReply reply)
    {
        if (reply.question().isPresent()) {
            screen.show(page -> {
                ReplyView.question(page, reply.question().get());
                page.blank().marked(Mark.NOTE, Ink.PLAIN, "Nothing was changed. Say it again, with the answer in it.");
            });
            return ExitCode.NOT_UNDERSTOOD;
        }
        if (reply.plan().isPresent()) {
            return planned(reply, reply.plan().get());
        }
        return switch (reply.outcome()) {
            case ANSWERED, PLANNED -> ExitCode.DONE;
            case REFUSED -> ExitCode.DECLINED;
            case QUESTION, NOT_UNDERSTOOD -> ExitCode.NOT_UNDERSTOOD;
            case FAILED -> ExitCode.FAILED;
        };
    }

    private ExitCode planned(AskReply reply, PlanView plan)
    {
        Json.JsonObject name = Json.object().put("plan", plan.id()).build();
        Json answer = Waiting.answer(screen, "Working out what would change", daemon.send("plan.preview", name));
        document.put("preview", answer.get("preview").orElseGet(Json::ofNull));
        PreviewAnswer preview = Wire.read(answer, PreviewAnswer.class);
        // What is approved is what is shown here, so the plan that came with the preview counts, not the one of the reply.
        PlanView shown = preview.plan();
        screen.show(page -> PlanSheet.show(page, shown, preview.preview()));
        if (shown.verdict() == Verdict.REFUSED || reply.outcome() == Outcome.REFUSED) {
            return ExitCode.DECLINED;
        }
        if (options.dryRun()) {
            screen.show(page -> page.blank().marked(Mark.NOTE, Ink.STRONG, "Nothing was changed: this was a dry run."));
            return ExitCode.DONE;
        }
        if (!new Consent(screen, options).given(shown, () -> explain(reply))) {
            return ExitCode.DECLINED;
        }
        PlanRun.Ending ending = run.apply(shown);
        ending.execution().ifPresent(execution -> document.put("execution", execution));
        return ending.code();
    }

    private void explain(AskReply reply)
    {
        try {
            Json.JsonObject params = Json.object().put("id", reply.decision()).put("level", "detailed").build();
            Explanation explanation = daemon.call("explain.decision", params, Explanation.class);
            screen.show(page -> WhyView.show(page, explanation));
        }
        catch (RpcException e) {
            if (e.code() != ErrorCode.METHOD_NOT_FOUND && e.code() != ErrorCode.NOT_AVAILABLE) {
                screen.complain(e.getMessage());
            }
            screen.show(page -> WhyView.show(page, reply.intents()));
        }
    }
}
