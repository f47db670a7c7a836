package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonArray;
import org.luminousnix.protocol.Json.JsonNumber;
import org.luminousnix.protocol.Json.JsonObject;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes an OpenRPC document as Markdown for people.
final class ProtocolDocument
{
    private final StringBuilder text = new StringBuilder();

    private ProtocolDocument()
    {}

    static String of(Json document, Limits limits, int depth)
    {
        ProtocolDocument result = new ProtocolDocument();
        result.text.append(head(limits, depth));
        result.errors((JsonObject) document.get("components").flatMap(components -> components.get("errors")).orElseThrow());
        result.text.append("\n## Methods\n");
        items(document, "methods").forEach(result::method);
        result.text.append("\n## Types\n");
        ((JsonObject) document.get("components").flatMap(components -> components.get("schemas")).orElseThrow()).members()
                .forEach(result::type);
        return result.text.toString();
    }

    private static String head(Limits limits, int depth)
    {
        return """
               # The daemon's protocol

               JSON-RPC 2.0, one JSON object a line (UTF-8, `\\n`), over a Unix stream socket. Requests may be pipelined; answers come as they are
               ready. Batches, notifications, ids and errors follow the specification. `ask-nix rpc METHOD [JSON]` calls any method and prints its
               result. This page is generated from the interfaces of the daemon; `rpc.discover` returns the same as an OpenRPC document.

               - **Socket**: `--socket`, else `$LUMINOUS_NIX_SOCKET`, else `/run/luminous-nix/daemon.sock` where it exists, else
                 `$XDG_RUNTIME_DIR/luminous-nix/daemon.sock` (without that variable, `luminous-nix/daemon.sock` below `$XDG_STATE_HOME` or `~/.local/state`).
                 Its mode is 0660, and the kernel says whose connection it is.
               - **Parameters** are by name (in an array, they are taken in the order below). One that is missing, unknown or not of its type is refused
                 by name. A member that is marked `?` may be absent; one that is empty is left out of answers.
               - **Cancelling**: the notification `$/cancel` with `{"id": …}` ends a request of the same connection; it is answered with -32006.
               - **Notifications** come on connections that opened a session: `execution.event` (ExecutionEvent) and `suggestion` (Suggestion).
               - **Limits**: a line has %d bytes at most, and a longer one gets -32600; JSON is nested %d deep at most; a connection has %d requests
                 outstanding at most, of which %d are worked on at once, and sends %d a second at most; there are %d connections at most: more gets -32004.
                 Who does not read what is written for %d seconds is disconnected.
               """
                .formatted(limits.lineBytes(), depth, limits.outstanding(), limits.running(), limits.requestsPerSecond(),
                        limits.connections(), limits.writeTimeout().toSeconds());
    }

    private void errors(JsonObject errors)
    {
        text.append("\n## Errors\n\n| code | meaning |\n|---|---|\n");
        for (Json error : errors.members().values()) {
            text.append("| %s | %s |\n".formatted(((JsonNumber) error.get("code").orElseThrow()).digits(), string(error, "message")));
        }
    }

    private void method(Json method)
    {
        text.append("\n### ").append(string(method, "name")).append("\n").append(string(method, "description")).append("\n");
        List<Json> params = items(method, "params");
        if (!params.isEmpty()) {
            text.append("\n| parameter | type | |\n|---|---|---|\n");
        }
        for (Json parameter : params) {
            boolean required = parameter.get("required").equals(Optional.of(Json.of(true)));
            row(string(parameter, "name") + (required ? "" : "?"), parameter.get("schema").orElseThrow(), string(parameter, "description"));
        }
        text.append("\nResult: ").append(type(method.get("result").flatMap(result -> result.get("schema")).orElseThrow())).append("\n");
    }

    private void type(String name, Json schema)
    {
        text.append("\n### ").append(name).append("\n").append(string(schema, "description")).append("\n");
        List<Json> constants = items(schema, "enum");
        if (!constants.isEmpty()) {
            text.append("\nOne of ")
                    .append(String.join(", ", constants.stream().map(each -> "`" + each.text().orElseThrow() + "`").toList()))
                    .append(".\n");
            return;
        }
        Map<String, Json> properties = ((JsonObject) schema.get("properties").orElseThrow()).members();
        if (!properties.isEmpty()) {
            text.append("\n| member | type | |\n|---|---|---|\n");
        }
        List<Json> required = items(schema, "required");
        properties.forEach((member, property) -> row(member + (required.contains(Json.of(member)) ? "" : "?"), property,
                string(property, "description")));
    }

    private void row(String name, Json schema, String description)
    {
        text.append("| `%s` | %s | %s |\n".formatted(name, type(schema), description.replace("|", "\\|")));
    }

    private static String type(Json schema)
    {
        Optional<String> reference = schema.get("$ref").flatMap(Json::text);
        if (reference.isPresent()) {
            String name = reference.get().substring(reference.get().lastIndexOf('/') + 1);
            return "[%s](#%s)".formatted(name, name.toLowerCase(java.util.Locale.ROOT).replace(".", ""));
        }
        String kind = schema.get("type").flatMap(Json::text).orElse("any JSON");
        return switch (kind) {
            case "array" -> "list of " + type(schema.get("items").orElseThrow());
            case "object" -> "map to " + type(schema.get("additionalProperties").orElseThrow());
            case "null" -> "`null`";
            default -> schema.get("format").isPresent() ? "time" : kind;
        };
    }

    private static String string(Json json, String member)
    {
        return json.get(member).flatMap(Json::text).orElse("");
    }

    private static List<Json> items(Json json, String member)
    {
        return json.get(member).map(array -> ((JsonArray) array).items()).orElse(List.of());
    }
}
