package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.ExplainedError;
import org.luminousnix.protocol.Troubleshooting;

/// What is wrong.
public interface DiagnosisMethods
{
    /// Explains an error message or a log.
    ///
    /// @param text the message as it was printed
    @JsonRpcMethod("diagnosis.explainError")
    ExplainedError explainError(@JsonRpcParam("text") String text);

    /// Looks for the cause of a trouble that has no message, by measuring.
    ///
    /// @param subject what does not work
    /// @param session the name that `session.open` gave
    @JsonRpcMethod("diagnosis.troubleshoot")
    Troubleshooting troubleshoot(@JsonRpcParam("subject") String subject, @JsonRpcParam("session") String session);
}
