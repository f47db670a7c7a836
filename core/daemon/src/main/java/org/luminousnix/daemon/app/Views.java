package org.luminousnix.daemon.app;

import org.luminousnix.daemon.execution.ExecutionReport;
import org.luminousnix.daemon.execution.Progress;
import org.luminousnix.daemon.language.Clarification;
import org.luminousnix.daemon.language.Evidence;
import org.luminousnix.daemon.language.Recognized;
import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Item;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.protocol.Approval;
import org.luminousnix.protocol.AskReply;
import org.luminousnix.protocol.ExecutionEvent;
import org.luminousnix.protocol.ExecutionState;
import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.PlanStep;
import org.luminousnix.protocol.PlanView;
import org.luminousnix.protocol.Privilege;
import org.luminousnix.protocol.Question;
import org.luminousnix.protocol.RecognizedIntent;
import org.luminousnix.protocol.Risk;
import org.luminousnix.protocol.StepState;
import org.luminousnix.protocol.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The daemon's values as clients see them.
final class Views
{
    private Views()
    {}

    static RecognizedIntent intent(Recognized read)
    {
        Map<String, Json> slots = new LinkedHashMap<>();
        read.intent().slots().forEach((name, value) -> slots.put(name, json(value)));
        List<String> evidence = read.evidence().stream().map(Views::evidence).toList();
        return new RecognizedIntent(read.intent().name(), slots, read.confidence(), read.resolved(), evidence);
    }

    private static String evidence(Evidence evidence)
    {
        return Wording.harmless(evidence.kind() + " " + evidence.text());
    }

    static Question question(Clarification asked)
    {
        return new Question(Wording.harmless(asked.text()), asked.choices());
    }

    static AskReply.Item item(Item item)
    {
        boolean isPackage = item.kind().equals("package");
        return new AskReply.Item(item.kind(), isPackage ? Optional.of(item.name()) : Optional.empty(),
                isPackage ? Optional.empty() : Optional.of(item.name()),
                Wording.harmless(item.title()), Wording.harmless(item.detail()));
    }

    static PlanView plan(Plan plan)
    {
        List<PlanStep> steps = plan.draft().actions().stream().map(Views::step).toList();
        List<String> reasons = new ArrayList<>();
        Approval approval = new Approval(Approval.Kind.NONE, "", Optional.empty());
        Verdict verdict = Verdict.REFUSED;
        switch (plan.verdict()) {
            case org.luminousnix.daemon.planning.Verdict.Refused(var objections) -> reasons.addAll(objections);
            case org.luminousnix.daemon.planning.Verdict.NeedsApproval(var asked) -> {
                verdict = Verdict.NEEDS_APPROVAL;
                approval = approval(asked, plan);
            }
        }
        return new PlanView(plan.id(), plan.digest(), Wording.harmless(plan.draft().title()), steps,
                Risk.valueOf(plan.draft().risk().name()), verdict, reasons,
                plan.lab(), plan.expires(), approval);
    }

    private static Approval approval(org.luminousnix.daemon.planning.Verdict.Approval asked, Plan plan)
    {
        return switch (asked) {
            case org.luminousnix.daemon.planning.Verdict.Approval.YesOrNo() ->
                new Approval(Approval.Kind.YES_NO, plan.draft().title() + "?", Optional.empty());
            case org.luminousnix.daemon.planning.Verdict.Approval.TypeWord(String word) ->
                new Approval(Approval.Kind.TYPED, "This cannot be taken back. Type \"%s\" to do it.".formatted(word), Optional.of(word));
        };
    }

    private static PlanStep step(Action action)
    {
        Optional<List<String>> handoff = action instanceof Action.Handoff(var argv, _) ? Optional.of(argv) : Optional.empty();
        return new PlanStep(action.kind(), Wording.harmless(action.traits().title()), String.join(" ", action.traits().typed()),
                Risk.valueOf(action.traits().risk().name()), privilege(action.traits().privilege()), handoff);
    }

    private static Privilege privilege(org.luminousnix.daemon.planning.Privilege privilege)
    {
        return switch (privilege) {
            case NONE -> Privilege.NONE;
            case USER -> Privilege.USER;
            case ROOT -> Privilege.SYSTEM;
        };
    }

    static ExecutionView execution(ExecutionReport report, boolean undoable)
    {
        List<ExecutionView.Step> steps = report.steps().stream()
                .map(step -> new ExecutionView.Step(step.kind(), step.title(), StepState.valueOf(step.state().name()),
                        step.note().filter(_ -> step.kind().equals("verify")).map(Wording::harmless), step.milliseconds()))
                .toList();
        Optional<ExecutionView.Failure> error = report.failure()
                .map(failure -> new ExecutionView.Failure(Wording.harmless(failure.message()), failure.left(),
                        failure.log().stream().map(Wording::harmless).toList(), Optional.empty()));
        return new ExecutionView(report.id(), report.plan().id(), report.plan().draft().title(), state(report.state()), report.verified(),
                steps, error, undoable);
    }

    static ExecutionState state(org.luminousnix.daemon.execution.ExecutionState state)
    {
        return switch (state) {
            case QUEUED, RUNNING -> ExecutionState.RUNNING;
            case SUCCEEDED -> ExecutionState.SUCCEEDED;
            case FAILED -> ExecutionState.FAILED;
            case CANCELLED -> ExecutionState.CANCELLED;
        };
    }

    static ExecutionEvent event(String execution, Progress progress)
    {
        return new ExecutionEvent(execution, progress.step(), ExecutionEvent.Kind.valueOf(progress.kind().name()), progress.done(),
                progress.expected(), progress.unit(),
                progress.text().map(Wording::harmless));
    }

    /// Returns a slot's value, which is made of texts, numbers, truth values, lists and maps.
    static Json json(Object value)
    {
        return switch (requireNonNull(value, "value is null")) {
            case String text -> Json.of(text);
            case Boolean truth -> Json.of(truth);
            case Double number -> Json.of(number);
            case Number number -> Json.of(number.longValue());
            case List<?> items -> Json.array(items.stream().map(Views::json).toList());
            case Map<?, ?> members -> {
                Map<String, Json> object = new LinkedHashMap<>();
                members.forEach((name, member) -> object.put(name.toString(), json(member)));
                yield new Json.JsonObject(object);
            }
            default -> throw new IllegalArgumentException("not a value of a slot: " + value.getClass());
        };
    }
}
