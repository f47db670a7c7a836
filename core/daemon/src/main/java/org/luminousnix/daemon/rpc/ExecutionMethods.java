package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.PlanAnswer;

import java.util.OptionalLong;

/// What is being done.
public interface ExecutionMethods
{
    /// Waits for the end of an execution and says what came of it; after the timeout, how far it is.
    ///
    /// @param execution the id of the execution
    /// @param timeoutMs how long to wait at most, in milliseconds; without it until the end
    @JsonRpcMethod("execution.wait")
    ExecutionView await(@JsonRpcParam("execution") String execution, @JsonRpcParam("timeoutMs") OptionalLong timeoutMs);

    /// Cancels an execution; what was changed is restored, or said.
    ///
    /// @param execution the id of the execution
    @JsonRpcMethod("execution.cancel")
    ExecutionView stop(@JsonRpcParam("execution") String execution);

    /// Plans what takes an execution back; nothing is done before that plan is applied.
    ///
    /// @param execution the id of the execution
    @JsonRpcMethod("execution.undo")
    PlanAnswer undo(@JsonRpcParam("execution") String execution);
}
