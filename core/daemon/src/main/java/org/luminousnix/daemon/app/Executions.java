package org.luminousnix.daemon.app;

import org.luminousnix.daemon.execution.Execution;
import org.luminousnix.daemon.execution.ExecutionReport;
import org.luminousnix.daemon.execution.Executor;
import org.luminousnix.daemon.execution.FileChanges;
import org.luminousnix.daemon.execution.MemoryJournal;
import org.luminousnix.daemon.execution.Progress;
import org.luminousnix.daemon.execution.StepState;
import org.luminousnix.daemon.execution.Undo;
import org.luminousnix.daemon.language.Dialogue;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.FileChange;
import org.luminousnix.daemon.planning.Outcome;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.daemon.planning.Outcome.Proposal;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.rpc.Peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.INVALID_PARAMS;
import static org.luminousnix.protocol.RpcException.rpcException;

/// What is being done and what was done, each for the person who approved it. Their sessions are told while it happens.
final class Executions
{
    private static final int LOOKED_BACK = 50;

    private final Executor executor;
    private final MemoryJournal history;
    private final Sessions sessions;
    private final Diary diary;
    private final Map<String, Execution> running = new ConcurrentHashMap<>();

    Executions(Executor executor, MemoryJournal history, Sessions sessions, Diary diary)
    {
        this.executor = requireNonNull(executor, "executor is null");
        this.history = requireNonNull(history, "history is null");
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.diary = requireNonNull(diary, "diary is null");
    }

    Execution start(Plan plan)
    {
        String id = "execution-" + UUID.randomUUID();
        Execution execution = executor.start(id, plan, progress -> tell(id, plan.owner(), progress));
        running.put(id, execution);
        diary.executed(plan.id(), id);
        sessions.of(plan.owner()).forEach(session -> session.evolve(Dialogue::withApplied));
        return execution;
    }

    private void tell(String execution, String owner, Progress progress)
    {
        sessions.of(owner).stream().map(Session::peer).distinct().filter(Peer::isOpen)
                .forEach(peer -> peer.notify("execution.event", Views.event(execution, progress)));
    }

    ExecutionReport await(String execution, String user, Duration longest)
            throws InterruptedException
    {
        Optional<Execution> live = live(execution, user);
        if (live.isEmpty()) {
            return find(execution, user);
        }
        ExecutionReport report = live.get().await(longest);
        if (report.state().isOver()) {
            failed(report);
        }
        return report;
    }

    private void failed(ExecutionReport report)
    {
        report.failure().ifPresent(failure -> sessions.of(report.plan().owner())
                .forEach(session -> session
                        .evolve(dialogue -> dialogue.withFailure(failure.message() + "\n" + String.join("\n", failure.log())))));
    }

    ExecutionReport cancel(String execution, String user)
    {
        Optional<Execution> live = live(execution, user);
        live.ifPresent(Execution::cancel);
        return live.map(Execution::report).orElseGet(() -> find(execution, user));
    }

    /// Returns a person's execution as it stands.
    Optional<ExecutionReport> report(String execution, String user)
    {
        return live(execution, user).map(Execution::report).or(() -> history.find(execution, user));
    }

    /// Returns a person's executions, newest first.
    List<ExecutionReport> of(String user, int most)
    {
        List<ExecutionReport> all = new ArrayList<>(running.values().stream().map(Execution::report)
                .filter(report -> report.plan().owner().equals(user) && !report.state().isOver()).toList());
        all.addAll(history.of(user, most));
        return all.subList(0, Math.min(most, all.size()));
    }

    /// Returns how many executions are not over.
    long unfinished()
    {
        running.values().removeIf(
                execution -> execution.report().state().isOver() && history.find(execution.id(), execution.plan().owner()).isPresent());
        return running.values().stream().filter(execution -> !execution.report().state().isOver()).count();
    }

    /// Cancels everything that runs and waits for its end, no longer than a time.
    void stopAll(Duration longest)
            throws InterruptedException
    {
        running.values().forEach(Execution::cancel);
        long end = System.nanoTime() + longest.toNanos();
        for (Execution execution : running.values()) {
            execution.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }

    /// Proposes to take the last thing back that was done for a person and can be taken back.
    Outcome undoLast(String user)
    {
        return history.of(user, LOOKED_BACK).stream().filter(Executions::isUndoable).findFirst().map(Executions::undo)
                .orElseGet(() -> NotDone.because("Nothing was done for you that could be taken back."));
    }

    /// Proposes to take an execution of a person back.
    Outcome undo(String execution, String user)
    {
        return undo(find(execution, user));
    }

    /// Returns whether every action was done, whatever was found afterwards, and can be taken back.
    static boolean isUndoable(ExecutionReport report)
    {
        int actions = report.plan().draft().actions().size();
        boolean done = report.state().isOver()
                && report.steps().stream().limit(actions).allMatch(step -> step.state() == StepState.SUCCEEDED);
        return done && Undo.of(report.plan().draft()).isPresent();
    }

    private static Outcome undo(ExecutionReport report)
    {
        Optional<Draft> undo = Undo.of(report.plan().draft());
        if (undo.isEmpty()) {
            return NotDone.because("\"%s\" cannot be taken back.".formatted(report.plan().draft().title()));
        }
        List<FileChange> conflicts = Undo.conflicts(undo.get(), FileChanges::holds);
        if (!conflicts.isEmpty()) {
            return NotDone.because("Taking \"%s\" back would lose what was written to %s since. Say what is to change instead.".formatted(
                    report.plan().draft().title(),
                    String.join(", ", conflicts.stream().map(change -> change.file().toString()).toList())));
        }
        return new Proposal(undo.get());
    }

    private Optional<Execution> live(String execution, String user)
    {
        return Optional.ofNullable(running.get(execution)).filter(live -> live.plan().owner().equals(user));
    }

    private ExecutionReport find(String execution, String user)
    {
        return history.find(execution, user)
                .orElseThrow(() -> rpcException(INVALID_PARAMS, "There is no execution %s of yours.", Wording.harmless(execution)));
    }
}
