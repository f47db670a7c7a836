package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.AuditList;
import org.luminousnix.protocol.AuditVerification;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// What was done by whom, in a log that cannot be changed unseen.
public interface AuditMethods
{
    /// Lists entries of the audit log, oldest first.
    ///
    /// @param from the number of the first entry
    /// @param limit how many to return at most
    @JsonRpcMethod("audit.list")
    AuditList audit(@JsonRpcParam("from") OptionalLong from, @JsonRpcParam("limit") OptionalInt limit);

    /// Checks the whole log for entries that were changed, removed or reordered.
    @JsonRpcMethod("audit.verify")
    AuditVerification verifyAudit();
}
