package org.luminousnix.daemon.app;

import org.luminousnix.daemon.explanation.Decision;
import org.luminousnix.daemon.explanation.Depth;
import org.luminousnix.daemon.explanation.Explained;
import org.luminousnix.daemon.explanation.Explainer;
import org.luminousnix.daemon.explanation.Reason;
import org.luminousnix.daemon.rpc.CurrentPeer;
import org.luminousnix.daemon.rpc.ExplainMethods;
import org.luminousnix.protocol.DecisionNode;
import org.luminousnix.protocol.Explanation;
import org.luminousnix.protocol.Level;

import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.INVALID_PARAMS;
import static org.luminousnix.protocol.RpcException.rpcException;

/// Explains the decisions of sessions that are open.
final class ExplainService implements ExplainMethods
{
    private final Sessions sessions;

    ExplainService(Sessions sessions)
    {
        this.sessions = requireNonNull(sessions, "sessions is null");
    }

    @Override
    public Explanation explainLast(String session, Optional<Level> level)
    {
        Decision decision = sessions.require(session, CurrentPeer.get().user()).decision()
                .orElseThrow(() -> rpcException(INVALID_PARAMS, "Nothing was decided in this session yet."));
        return explanation(decision, level);
    }

    @Override
    public Explanation explainDecision(String id, Optional<Level> level)
    {
        Decision decision = sessions.ofDecision(id, CurrentPeer.get().user()).flatMap(Session::decision)
                .orElseThrow(() -> rpcException(INVALID_PARAMS, "The decision %s is not the last one of an open session of yours.",
                        Wording.harmless(id)));
        return explanation(decision, level);
    }

    private static Explanation explanation(Decision decision, Optional<Level> level)
    {
        Explained explained = Explainer.explain(decision, Depth.valueOf(level.orElse(Level.DETAILED).name()));
        return new Explanation(Wording.harmless(explained.text()), explained.confidence(), node(explained.tree()),
                explained.alternatives().stream()
                        .map(other -> new Explanation.Alternative(other.intent(), other.probability(), Optional.empty())).toList());
    }

    private static DecisionNode node(Reason reason)
    {
        return new DecisionNode(Wording.harmless(reason.label()), reason.detail().map(Wording::harmless),
                reason.from().stream().map(ExplainService::node).toList());
    }
}
