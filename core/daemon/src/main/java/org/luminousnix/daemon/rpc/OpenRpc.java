package org.luminousnix.daemon.rpc;

import org.luminousnix.daemon.rpc.MethodTable.Argument;
import org.luminousnix.daemon.rpc.MethodTable.Entry;
import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.ExecutionEvent;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.Suggestion;
import org.luminousnix.protocol.Wire;

import java.util.ArrayList;
import java.util.List;

/// The OpenRPC document (open-rpc.org, version 1.3.2) of the methods that there are, read off their interfaces.
final class OpenRpc
{
    private static final String SPECIFICATION = "1.3.2";

    private OpenRpc()
    {}

    static Json document(MethodTable table, Descriptions descriptions)
    {
        Schemas schemas = new Schemas(descriptions);
        List<Json> methods = table.entries().stream().<Json>map(entry -> method(entry, schemas, descriptions)).toList();
        // OpenRPC has no notifications from the server; their parameters are at least among the types.
        schemas.of(ExecutionEvent.class);
        schemas.of(Suggestion.class);
        return Json.object()
                .put("openrpc", SPECIFICATION)
                .put("info",
                        Json.object().put("title", "Luminous Nix").put("version", "1.0.0")
                                .put("description", "Plain language in, safe and typed NixOS changes out.").build())
                .put("methods", Json.array(methods))
                .put("components", Json.object().put("schemas", schemas.components()).put("errors", errors(descriptions)).build())
                .build();
    }

    private static JsonObject method(Entry entry, Schemas schemas, Descriptions descriptions)
    {
        List<Json> params = new ArrayList<>();
        for (Argument parameter : entry.parameters()) {
            params.add(Json.object()
                    .put("name", parameter.name())
                    .put("description", descriptions.of(entry.name() + "/" + parameter.name()))
                    .put("required", Wire.absent(parameter.type()).isEmpty())
                    .put("schema", schemas.of(parameter.type()))
                    .build());
        }
        return Json.object()
                .put("name", entry.name())
                .put("description", descriptions.of(entry.name()))
                .put("paramStructure", "either")
                .put("params", Json.array(params))
                .put("result", Json.object().put("name", "result").put("schema", schemas.of(entry.method().getGenericReturnType())).build())
                .build();
    }

    private static JsonObject errors(Descriptions descriptions)
    {
        Json.Builder errors = Json.object();
        for (ErrorCode code : ErrorCode.values()) {
            String name = Wire.wireName(code);
            errors.put(name, Json.object().put("code", code.code()).put("message", descriptions.of("ErrorCode/" + name)).build());
        }
        return errors.build();
    }
}
