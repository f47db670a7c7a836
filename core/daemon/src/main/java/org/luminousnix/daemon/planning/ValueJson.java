package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.language.OptionValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.UncheckedIOException;

/// Values of options as JSON text, in which they are compared with what an evaluation gives.
final class ValueJson
{
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ValueJson()
    {}

    static String write(OptionValue value)
    {
        return written(value instanceof OptionValue.Expression(String expression) ? expression : value.json());
    }

    /// Writes a text with its quotes and escapes.
    static String text(String text)
    {
        return written(text);
    }

    private static String written(Object value)
    {
        try {
            return MAPPER.writeValueAsString(value);
        }
        catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
