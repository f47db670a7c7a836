package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.HistoryList;

import java.util.Optional;
import java.util.OptionalInt;

/// What was asked and done.
public interface HistoryMethods
{
    /// Lists what the person asked and what came of it, newest first.
    ///
    /// @param limit how many to return at most
    /// @param before only what came before this entry
    @JsonRpcMethod("history.list")
    HistoryList history(@JsonRpcParam("limit") OptionalInt limit, @JsonRpcParam("before") Optional<String> before);
}
