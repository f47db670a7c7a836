package org.luminousnix.daemon.app;

import org.luminousnix.daemon.execution.ExecutionReport;
import org.luminousnix.daemon.planning.Outcome;
import org.luminousnix.daemon.rpc.CurrentPeer;
import org.luminousnix.daemon.rpc.ExecutionMethods;
import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.PlanAnswer;

import java.time.Duration;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.CANCELLED;
import static org.luminousnix.protocol.ErrorCode.NOT_AVAILABLE;
import static org.luminousnix.protocol.RpcException.rpcException;

/// Lets a person wait for what was begun, stop it, and take it back.
final class ExecutionService implements ExecutionMethods
{
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Executions executions;
    private final Proposals proposals;
    private final Sessions sessions;

    ExecutionService(Executions executions, Proposals proposals, Sessions sessions)
    {
        this.executions = requireNonNull(executions, "executions is null");
        this.proposals = requireNonNull(proposals, "proposals is null");
        this.sessions = requireNonNull(sessions, "sessions is null");
    }

    @Override
    public ExecutionView await(String execution, OptionalLong timeoutMs)
    {
        Duration longest = timeoutMs.isPresent() ? Duration.ofMillis(Math.clamp(timeoutMs.getAsLong(), 0, LONGEST.toMillis())) : LONGEST;
        try {
            return view(executions.await(execution, CurrentPeer.get().user(), longest));
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw rpcException(CANCELLED, "Waiting for %s was cancelled; the execution goes on.", execution);
        }
    }

    @Override
    public ExecutionView stop(String execution)
    {
        return view(executions.cancel(execution, CurrentPeer.get().user()));
    }

    @Override
    public PlanAnswer undo(String execution)
    {
        String user = CurrentPeer.get().user();
        return switch (executions.undo(execution, user)) {
            case Outcome.Proposal(var draft) ->
                new PlanAnswer(Views.plan(proposals.propose(user, sessions.role(user), "undo " + execution, draft)));
            case Outcome.NotDone(String text, _) -> throw rpcException(NOT_AVAILABLE, "%s", text);
            case Outcome.Answer _,Outcome.Asked _,Outcome.Change _,Outcome.Conversation _ ->
                throw new IllegalStateException("undo gives a proposal or a reason");
        };
    }

    private ExecutionView view(ExecutionReport report)
    {
        return Views.execution(report, Executions.isUndoable(report));
    }
}
