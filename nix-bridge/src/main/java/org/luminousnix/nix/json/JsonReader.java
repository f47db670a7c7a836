package org.luminousnix.nix.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.luminousnix.nix.NixErrorCode.UNEXPECTED_OUTPUT;
import static org.luminousnix.nix.NixException.nixException;

/// Reads JSON texts, at most 500 levels deep.
public final class JsonReader
{
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(500).maxStringLength(64 << 20).build()).build();

    private JsonReader()
    {}

    /// Reads exactly one value.
    ///
    /// @throws org.luminousnix.nix.NixException UNEXPECTED_OUTPUT if the text is not one JSON value
    public static Json read(String text)
    {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Json value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw nixException(UNEXPECTED_OUTPUT, "there is more after the JSON value");
            }
            return value;
        }
        catch (IOException e) {
            throw nixException(UNEXPECTED_OUTPUT, e, "not JSON: %s", e.getMessage());
        }
    }

    private static Json value(JsonParser parser, JsonToken token) throws IOException
    {
        if (token == null) {
            throw nixException(UNEXPECTED_OUTPUT, "not JSON: the text ends where a value should be");
        }
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT -> new Json.Whole(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> new Json.Real(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> new Json.Truth(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Json.Null();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw nixException(UNEXPECTED_OUTPUT, "not JSON: %s where a value should be", token);
        };
    }

    private static Json members(JsonParser parser) throws IOException
    {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return new Json.Members(members);
    }

    private static Json elements(JsonParser parser) throws IOException
    {
        var elements = new ArrayList<Json>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            elements.add(value(parser, token));
            token = parser.nextToken();
        }
        return new Json.Elements(elements);
    }
}
