package org.luminousnix.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import org.luminousnix.protocol.Json.JsonArray;
import org.luminousnix.protocol.Json.JsonNumber;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.Json.JsonString;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.luminousnix.protocol.ErrorCode.PARSE_ERROR;
import static org.luminousnix.protocol.RpcException.rpcException;

/// Reads JSON texts: one value, strict RFC 8259, no name twice in an object, bounded in depth.
///
/// Everything else is refused with [ErrorCode#PARSE_ERROR].
public final class JsonReader
{
    /// How deep arrays and objects may be nested.
    public static final int DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonReader()
    {}

    /// Reads a text from UTF-8 bytes.
    public static Json read(byte[] bytes, int offset, int length)
    {
        return read(decode(ByteBuffer.wrap(bytes, offset, length)));
    }

    /// Reads a text.
    public static Json read(String text)
    {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw rpcException(PARSE_ERROR, "expected a JSON value, found nothing");
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw rpcException(PARSE_ERROR, "expected the end after the JSON value, found more at character %s",
                        parser.currentTokenLocation().getCharOffset());
            }
            return value;
        }
        catch (IOException e) {
            throw notJson(e);
        }
    }

    /// Decodes UTF-8 strictly.
    private static String decode(ByteBuffer bytes)
    {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        }
        catch (CharacterCodingException _) {
            throw refused("not UTF-8: the bytes from %s on".formatted(bytes.position()));
        }
    }

    private static RpcException notJson(IOException e)
    {
        if (e instanceof StreamConstraintsException) {
            return refused("nested deeper than %s".formatted(DEPTH));
        }
        if (e instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
            return rpcException(PARSE_ERROR, "not JSON at character %s", syntax.getLocation().getCharOffset());
        }
        return rpcException(PARSE_ERROR, "not JSON");
    }

    /// Returns the refusal of what may look like JSON, which says why in its data too.
    private static RpcException refused(String why)
    {
        return new RpcException(PARSE_ERROR, why, Optional.of(Json.object().put("detail", why).build()));
    }

    private static Json value(JsonParser parser) throws IOException
    {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonString(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_NULL -> Json.ofNull();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw rpcException(PARSE_ERROR, "not JSON");
        };
    }

    private static Json object(JsonParser parser) throws IOException
    {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = Surrogates.withoutHalves(parser.currentName());
            parser.nextToken();
            if (members.put(name, value(parser)) != null) {
                throw refused("the name \"%s\" is there twice".formatted(shortened(name)));
            }
        }
        return new JsonObject(members);
    }

    private static Json array(JsonParser parser) throws IOException
    {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new JsonArray(items);
    }

    private static String shortened(String name)
    {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
