package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.AskReply;
import org.luminousnix.protocol.Recognition;

import java.util.Optional;

/// What a person says.
public interface AskMethods
{
    /// Says how a text is understood, without doing or remembering anything.
    ///
    /// @param text what was said
    /// @param session the session in whose light it is understood
    @JsonRpcMethod("intent.recognize")
    Recognition recognize(@JsonRpcParam("text") String text, @JsonRpcParam("session") Optional<String> session);

    /// Answers a text: with an answer, a plan to approve, or a question.
    ///
    /// @param text what was said
    /// @param session the name that `session.open` gave
    @JsonRpcMethod("ask")
    AskReply ask(@JsonRpcParam("text") String text, @JsonRpcParam("session") String session);
}
