package org.luminousnix.protocol;

import org.luminousnix.protocol.Json.JsonArray;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.WireShape.Member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The writing half of [Wire].
///
/// Chains of `instanceof` and not a switch over types: a switch links a call site at first use, which costs the
/// client milliseconds.
final class WireWriter
{
    private WireWriter()
    {}

    static Json write(Object value)
    {
        if (value instanceof Record && !(value instanceof Json)) {
            return object(value);
        }
        if (value instanceof List<?> list) {
            return array(list);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        return scalar(value);
    }

    private static Json scalar(Object value)
    {
        if (value instanceof String text) {
            return Json.of(text);
        }
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof Boolean truth) {
            return Json.of(truth.booleanValue());
        }
        if (value instanceof Integer || value instanceof Long) {
            return Json.of(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return Json.of(number.doubleValue());
        }
        if (value instanceof Enum<?> constant) {
            return Json.of(Wire.wireName(constant));
        }
        if (value instanceof Instant instant) {
            return Json.of(instant.toString());
        }
        throw new IllegalArgumentException("not a type of the wire: " + (value == null ? "null" : value.getClass().getName()));
    }

    private static Json object(Object instance)
    {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Member member : WireShape.of(instance.getClass()).members()) {
            Object value = present(member.of(instance));
            if (value != null) {
                members.put(member.name(), write(value));
            }
        }
        return new JsonObject(members);
    }

    private static Json object(Map<?, ?> map)
    {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            members.put((String) entry.getKey(), write(entry.getValue()));
        }
        return new JsonObject(members);
    }

    private static Json array(List<?> list)
    {
        List<Json> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(write(item));
        }
        return new JsonArray(items);
    }

    /// Returns what an optional holds, any other value as it is, and null for an empty optional.
    private static Object present(Object value)
    {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? optional.get() : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? (Object) optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? (Object) optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? (Object) optional.getAsDouble() : null;
        }
        return value;
    }
}
