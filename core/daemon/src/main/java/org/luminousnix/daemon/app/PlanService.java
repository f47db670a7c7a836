package org.luminousnix.daemon.app;

import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.planning.Preview;
import org.luminousnix.daemon.planning.Previewer;
import org.luminousnix.daemon.planning.Verdict;
import org.luminousnix.daemon.rpc.CurrentPeer;
import org.luminousnix.daemon.rpc.PlanMethods;
import org.luminousnix.daemon.safety.ApprovalException;
import org.luminousnix.protocol.Acknowledged;
import org.luminousnix.protocol.ClosureDelta;
import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.ExecutionStarted;
import org.luminousnix.protocol.FileEdit;
import org.luminousnix.protocol.PlanAnswer;
import org.luminousnix.protocol.PlanPreview;
import org.luminousnix.protocol.PreviewAnswer;
import org.luminousnix.protocol.RpcException;

import java.util.List;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.NOT_ALLOWED;
import static org.luminousnix.protocol.ErrorCode.PLAN_EXPIRED;
import static org.luminousnix.protocol.RpcException.rpcException;

/// Shows plans and carries out those that their owner approves.
final class PlanService implements PlanMethods
{
    private final Proposals proposals;
    private final Previewer previewer;
    private final Executions executions;

    PlanService(Proposals proposals, Previewer previewer, Executions executions)
    {
        this.proposals = requireNonNull(proposals, "proposals is null");
        this.previewer = requireNonNull(previewer, "previewer is null");
        this.executions = requireNonNull(executions, "executions is null");
    }

    @Override
    public PlanAnswer plan(String plan)
    {
        return new PlanAnswer(Views.plan(require(plan)));
    }

    @Override
    public PreviewAnswer preview(String plan)
    {
        Plan shown = require(plan);
        List<String> commands = shown.draft().actions().stream().map(action -> String.join(" ", action.traits().typed())).distinct()
                .toList();
        return switch (previewer.preview(shown.draft())) {
            case Preview.Possible(var diffs, var builds, var downloadBytes, var warnings) ->
                new PreviewAnswer(Views.plan(shown),
                        new PlanPreview(edits(diffs), builds, downloadBytes, unknownDelta(), commands, warnings, List.of()));
            case Preview.Impossible(var diffs, String message) -> {
                proposals.plans().cancel(shown.id(), shown.owner());
                Plan refused = new Plan(shown.id(), shown.owner(), shown.request(), shown.draft(),
                        new Verdict.Refused(
                                List.of("The configuration that it would make does not evaluate: " + Wording.harmless(message))),
                        shown.lab(), shown.expires(), shown.digest());
                yield new PreviewAnswer(Views.plan(refused),
                        new PlanPreview(edits(diffs), List.of(), OptionalLong.empty(), unknownDelta(), commands, List.of(), List.of()));
            }
        };
    }

    @Override
    public ExecutionStarted apply(String plan, String digest)
    {
        String user = CurrentPeer.get().user();
        if (require(plan).draft().actions().stream().anyMatch(Action.Handoff.class::isInstance)) {
            throw rpcException(NOT_ALLOWED, "Plan %s is for your own terminal: the client runs it, not the daemon.", plan);
        }
        try {
            return new ExecutionStarted(executions.start(proposals.plans().approve(plan, digest, user)).id());
        }
        catch (ApprovalException e) {
            throw rpcException(code(e.reason()), "%s", e.getMessage());
        }
    }

    @Override
    public Acknowledged discard(String plan)
    {
        if (!proposals.plans().cancel(plan, CurrentPeer.get().user())) {
            throw absent(plan);
        }
        return new Acknowledged();
    }

    private Plan require(String plan)
    {
        return proposals.plans().find(plan, CurrentPeer.get().user()).orElseThrow(() -> absent(plan));
    }

    private static RpcException absent(String plan)
    {
        return rpcException(PLAN_EXPIRED,
                "There is no plan %s waiting for you: it was used, cancelled, or never made. Ask again for a new one.", plan);
    }

    private static ErrorCode code(ApprovalException.Reason reason)
    {
        return switch (reason) {
            case UNKNOWN, EXPIRED, DIGEST_DIFFERS -> PLAN_EXPIRED;
            case REFUSED -> NOT_ALLOWED;
        };
    }

    private static List<FileEdit> edits(List<Preview.FileDiff> diffs)
    {
        return diffs.stream().map(diff -> new FileEdit(diff.file().toString(), diff.diff())).toList();
    }

    private static ClosureDelta unknownDelta()
    {
        return new ClosureDelta(OptionalLong.empty(), List.of());
    }
}
