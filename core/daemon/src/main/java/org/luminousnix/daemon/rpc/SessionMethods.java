package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.SessionOpened;
import org.luminousnix.protocol.Software;

import java.util.Optional;

/// Who speaks, and with what.
public interface SessionMethods
{
    /// Opens a session: what is said in it is understood in the light of what was said before, and its connection
    /// is told `execution.event` and `suggestion`.
    ///
    /// @param client the program that connects
    /// @param locale the language of the person, `en_GB.UTF-8`
    /// @param plain whether texts should do without symbols, for screen readers
    @JsonRpcMethod("session.open")
    SessionOpened open(@JsonRpcParam("client") Software client, @JsonRpcParam("locale") Optional<String> locale,
            @JsonRpcParam("plain") Optional<Boolean> plain);
}
