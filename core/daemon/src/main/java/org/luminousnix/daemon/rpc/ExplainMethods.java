package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.Explanation;
import org.luminousnix.protocol.Level;

import java.util.Optional;

/// Why it understood, chose or did something.
public interface ExplainMethods
{
    /// Explains the last decision of a session.
    ///
    /// @param session the name that `session.open` gave
    /// @param level how deep to explain
    @JsonRpcMethod("explain.last")
    Explanation explainLast(@JsonRpcParam("session") String session, @JsonRpcParam("level") Optional<Level> level);

    /// Explains a decision.
    ///
    /// @param id the decision, as `ask` and `history.list` name it
    /// @param level how deep to explain
    @JsonRpcMethod("explain.decision")
    Explanation explainDecision(@JsonRpcParam("id") String id, @JsonRpcParam("level") Optional<Level> level);
}
