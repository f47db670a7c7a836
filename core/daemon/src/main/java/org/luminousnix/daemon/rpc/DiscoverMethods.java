package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import org.luminousnix.protocol.Json;

/// What this daemon answers.
public interface DiscoverMethods
{
    /// Returns the OpenRPC document of everything that is there.
    @JsonRpcMethod("rpc.discover")
    Json discover();
}
