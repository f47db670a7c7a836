package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonArray;
import org.luminousnix.protocol.Json.JsonNull;
import org.luminousnix.protocol.Json.JsonNumber;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.Json.JsonString;
import org.luminousnix.protocol.RpcException;

import java.util.Optional;

import static org.luminousnix.protocol.ErrorCode.INVALID_REQUEST;
import static org.luminousnix.protocol.RpcException.rpcException;

/// A message as it came in, checked (JSON-RPC 2.0, section 4).
sealed interface Incoming
{
    static Incoming of(Json message)
    {
        if (!(message instanceof JsonObject object)) {
            return new Malformed(invalid());
        }
        Optional<Json> id = object.get("id");
        if (id.isPresent() && !isId(id.get())) {
            return new Malformed(Messages.detailed(INVALID_REQUEST, "Invalid Request", "an id is a string, a number or null"));
        }
        Optional<String> method = object.get("method").flatMap(Json::text);
        Optional<Json> params = object.get("params");
        if (method.isEmpty() || !isParams(params) || !isVersion(object)) {
            return new Malformed(invalid());
        }
        return new Request(id, method.get(), params);
    }

    static RpcException invalid()
    {
        return rpcException(ErrorCode.INVALID_REQUEST, "Invalid Request");
    }

    private static boolean isVersion(JsonObject object)
    {
        return object.get("jsonrpc").flatMap(Json::text).filter("2.0"::equals).isPresent();
    }

    private static boolean isId(Json id)
    {
        return id instanceof JsonString || id instanceof JsonNumber || id instanceof JsonNull;
    }

    private static boolean isParams(Optional<Json> params)
    {
        return params.isEmpty() || params.get() instanceof JsonObject || params.get() instanceof JsonArray;
    }

    /// A request; without an id, a notification.
    record Request(Optional<Json> id, String method, Optional<Json> params) implements Incoming
    {}

    /// Something else. It is answered with a null id, as the specification wants it.
    record Malformed(RpcException error) implements Incoming
    {}
}
