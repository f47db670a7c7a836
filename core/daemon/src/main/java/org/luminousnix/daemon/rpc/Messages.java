package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The messages that go out (JSON-RPC 2.0, section 5), and the one place where what was thrown becomes an error.
final class Messages
{
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private Messages()
    {}

    static Json result(Json id, Json result)
    {
        return Json.object().put("jsonrpc", "2.0").put("id", id).put("result", result).build();
    }

    static Json notification(String method, Object params)
    {
        return Json.object().put("jsonrpc", "2.0").put("method", method).put("params", Wire.write(params)).build();
    }

    /// Returns the answer to a message whose id could not be read.
    static Json error(RpcException error)
    {
        return error(Json.ofNull(), error);
    }

    /// Returns the answer to a request whose method threw. What is not meant for people is logged, under an id that is said.
    static Json error(Json id, Throwable thrown)
    {
        RpcException error = thrown instanceof RpcException meant ? meant : internal(thrown);
        Json.Builder body = Json.object().put("code", error.code().code()).put("message", error.getMessage());
        error.data().ifPresent(data -> body.put("data", data));
        return Json.object().put("jsonrpc", "2.0").put("id", id).put("error", body.build()).build();
    }

    /// Returns an error with the message of the specification, and what is wrong in particular as its data.
    static RpcException detailed(ErrorCode code, String message, String detail)
    {
        return new RpcException(code, message, Optional.of(Json.object().put("detail", detail).build()));
    }

    private static RpcException internal(Throwable thrown)
    {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Internal error {}", id, thrown);
        return new RpcException(ErrorCode.INTERNAL, "Internal error; the daemon's log has it under " + id,
                Optional.of(Json.object().put("id", id).build()));
    }
}
