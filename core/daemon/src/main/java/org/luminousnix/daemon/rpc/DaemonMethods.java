package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import org.luminousnix.protocol.Acknowledged;
import org.luminousnix.protocol.DaemonInfo;
import org.luminousnix.protocol.Health;
import org.luminousnix.protocol.Metrics;
import org.luminousnix.protocol.Pong;

/// How the daemon itself is.
public interface DaemonMethods
{
    /// Answers.
    @JsonRpcMethod("daemon.ping")
    Pong ping();

    /// Says what this daemon is and where it keeps its things.
    @JsonRpcMethod("daemon.info")
    DaemonInfo info();

    /// Says which parts of the daemon work, and how to get what is missing.
    @JsonRpcMethod("daemon.health")
    Health health();

    /// Returns the figures that the daemon counts.
    @JsonRpcMethod("daemon.metrics")
    Metrics metrics();

    /// Ends the daemon after what runs is done or written down.
    @JsonRpcMethod("daemon.stop")
    Acknowledged shutDown();
}
