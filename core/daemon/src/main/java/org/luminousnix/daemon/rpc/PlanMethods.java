package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.Acknowledged;
import org.luminousnix.protocol.ExecutionStarted;
import org.luminousnix.protocol.PlanAnswer;
import org.luminousnix.protocol.PreviewAnswer;

/// What would be done.
public interface PlanMethods
{
    /// Returns a plan as it was shown.
    ///
    /// @param plan the id of the plan
    @JsonRpcMethod("plan.get")
    PlanAnswer plan(@JsonRpcParam("plan") String plan);

    /// Says what a plan would do, without doing it.
    ///
    /// @param plan the id of the plan
    @JsonRpcMethod("plan.preview")
    PreviewAnswer preview(@JsonRpcParam("plan") String plan);

    /// Begins to carry out a plan. Refused unless the digest is that of the plan that was shown.
    ///
    /// @param plan the id of the plan
    /// @param digest the digest of the plan that the person approved
    @JsonRpcMethod("plan.apply")
    ExecutionStarted apply(@JsonRpcParam("plan") String plan, @JsonRpcParam("digest") String digest);

    /// Throws a plan away, so that it cannot be applied any more.
    ///
    /// @param plan the id of the plan
    @JsonRpcMethod("plan.cancel")
    Acknowledged discard(@JsonRpcParam("plan") String plan);
}
