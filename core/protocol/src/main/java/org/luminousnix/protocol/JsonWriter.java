package org.luminousnix.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import org.luminousnix.protocol.Json.JsonArray;
import org.luminousnix.protocol.Json.JsonBoolean;
import org.luminousnix.protocol.Json.JsonNumber;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.Json.JsonString;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes JSON texts on one line: no newline is ever in them, so that one line is one value.
public final class JsonWriter
{
    private static final int USUAL = 256;
    // Shared by all threads: a virtual thread answers one request, so that nothing kept for a thread is used again.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonWriter()
    {}

    /// Returns the text.
    public static String write(Json value)
    {
        return bytes(value).toString(UTF_8);
    }

    /// Returns the UTF-8 bytes of the text and the newline that ends it.
    public static byte[] line(Json value)
    {
        ByteArrayOutputStream bytes = bytes(value);
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static ByteArrayOutputStream bytes(Json value)
    {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            write(value, generator);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    // Not a switch over the types: it would link a call site at first use, which costs the client milliseconds.
    private static void write(Json value, JsonGenerator generator) throws IOException
    {
        if (value instanceof JsonString string) {
            generator.writeString(string.value());
        }
        else if (value instanceof JsonObject object) {
            generator.writeStartObject();
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                generator.writeFieldName(Surrogates.withoutHalves(member.getKey()));
                write(member.getValue(), generator);
            }
            generator.writeEndObject();
        }
        else if (value instanceof JsonArray array) {
            generator.writeStartArray();
            for (Json item : array.items()) {
                write(item, generator);
            }
            generator.writeEndArray();
        }
        else if (value instanceof JsonNumber number) {
            generator.writeNumber(number.digits());
        }
        else if (value instanceof JsonBoolean bool) {
            generator.writeBoolean(bool.value());
        }
        else {
            generator.writeNull();
        }
    }
}
