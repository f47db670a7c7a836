package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.Generations;
import org.luminousnix.protocol.SystemReport;

import java.util.Optional;
import java.util.OptionalInt;

/// What this machine is and does, measured when asked.
public interface SystemMethods
{
    /// Measures how the system is: version, failed units, pending changes.
    ///
    /// @param topic what to look at
    /// @param limit how many to return at most
    @JsonRpcMethod("system.status")
    SystemReport systemStatus(@JsonRpcParam("topic") Optional<String> topic, @JsonRpcParam("limit") OptionalInt limit);

    /// Measures a fact about this machine.
    ///
    /// @param topic `cpu`, `memory`, `disks`, `network`, …
    /// @param limit how many to return at most
    @JsonRpcMethod("system.info")
    SystemReport systemInfo(@JsonRpcParam("topic") Optional<String> topic, @JsonRpcParam("limit") OptionalInt limit);

    /// Lists the generations of the system, read without root or lock.
    ///
    /// @param topic what to look at
    /// @param limit how many of the newest to return
    @JsonRpcMethod("system.generations")
    Generations generations(@JsonRpcParam("topic") Optional<String> topic, @JsonRpcParam("limit") OptionalInt limit);

    /// Measures what uses the disk and the store.
    ///
    /// @param topic what to look at
    /// @param limit how many to return at most
    @JsonRpcMethod("system.storage")
    SystemReport storage(@JsonRpcParam("topic") Optional<String> topic, @JsonRpcParam("limit") OptionalInt limit);
}
