package org.luminousnix.daemon.planning;

import org.luminousnix.nix.json.Json;

import java.util.stream.Collectors;

/// Values that an evaluation gave as JSON text without white space, so that they can be compared and shown.
public final class NixJson
{
    private NixJson()
    {}

    /// Writes a value; members keep their order, which Nix sorts by name.
    public static String write(Json value)
    {
        return switch (value) {
            case Json.Null() -> "null";
            case Json.Truth(boolean truth) -> Boolean.toString(truth);
            case Json.Whole(var number) -> number.toString();
            case Json.Real(double number) -> Double.toString(number);
            case Json.Text(String text) -> ValueJson.text(text);
            case Json.Elements(var values) -> values.stream().map(NixJson::write).collect(Collectors.joining(",", "[", "]"));
            case Json.Members(var members) ->
                members.entrySet().stream().map(member -> ValueJson.text(member.getKey()) + ":" + write(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }
}
