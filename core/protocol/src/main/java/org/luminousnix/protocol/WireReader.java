package org.luminousnix.protocol;

import org.luminousnix.protocol.Json.JsonArray;
import org.luminousnix.protocol.Json.JsonBoolean;
import org.luminousnix.protocol.Json.JsonNull;
import org.luminousnix.protocol.Json.JsonNumber;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.Json.JsonString;
import org.luminousnix.protocol.WireShape.Member;

import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import static org.luminousnix.protocol.ErrorCode.INVALID_PARAMS;
import static org.luminousnix.protocol.RpcException.rpcException;

/// The reading half of [Wire].
final class WireReader
{
    private final boolean strict;

    private WireReader(boolean strict)
    {
        this.strict = strict;
    }

    static Object read(Json json, Type type, boolean strict)
    {
        try {
            return new WireReader(strict).value(json, type);
        }
        catch (Mismatch mismatch) {
            throw rpcException(INVALID_PARAMS, "%s", mismatch.described());
        }
    }

    private Object value(Json json, Type type)
    {
        Class<?> raw = Wire.rawClass(type);
        if (Json.class.isAssignableFrom(raw)) {
            return raw.isInstance(json) ? json : mismatch("a value of another kind", json);
        }
        if (raw.isRecord()) {
            return object(json, raw);
        }
        if (raw == List.class) {
            return list(json, Wire.argument(type, 0));
        }
        if (raw == Map.class) {
            return map(json, Wire.argument(type, 1));
        }
        Optional<Object> absent = Wire.absent(type);
        if (absent.isPresent()) {
            return json instanceof JsonNull ? absent.get() : optional(json, raw, type);
        }
        return raw.isEnum() ? constant(json, raw) : scalar(json, raw);
    }

    private Object optional(Json json, Class<?> raw, Type type)
    {
        if (raw == Optional.class) {
            return Optional.of(value(json, Wire.argument(type, 0)));
        }
        if (raw == OptionalInt.class) {
            return OptionalInt.of((int) wholeNumber(json, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        if (raw == OptionalLong.class) {
            return OptionalLong.of(wholeNumber(json, Long.MIN_VALUE, Long.MAX_VALUE));
        }
        return OptionalDouble.of(number(json));
    }

    private Object scalar(Json json, Class<?> raw)
    {
        if (raw == String.class) {
            return string(json);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return json instanceof JsonBoolean truth ? truth.value() : mismatch("true or false", json);
        }
        if (raw == int.class || raw == Integer.class) {
            return (int) wholeNumber(json, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (raw == long.class || raw == Long.class) {
            return wholeNumber(json, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (raw == double.class || raw == Double.class) {
            return number(json);
        }
        if (raw == Instant.class) {
            return instant(json);
        }
        throw new IllegalArgumentException("not a type of the wire: " + raw.getName());
    }

    private Object object(Json json, Class<?> raw)
    {
        if (!(json instanceof JsonObject object)) {
            return mismatch("an object", json);
        }
        WireShape shape = WireShape.of(raw);
        if (strict) {
            refuseUnknown(object, shape);
        }
        Object[] values = new Object[shape.members().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = member(object, shape.members().get(i));
        }
        try {
            return shape.create(values);
        }
        catch (IllegalArgumentException | NullPointerException e) {
            throw new Mismatch(String.valueOf(e.getMessage()));
        }
    }

    private static void refuseUnknown(JsonObject object, WireShape shape)
    {
        for (String name : object.members().keySet()) {
            if (!shape.has(name)) {
                throw new Mismatch("is not known").within(name);
            }
        }
    }

    private Object member(JsonObject object, Member member)
    {
        try {
            Json json = object.members().get(member.name());
            if (json != null) {
                return value(json, member.type());
            }
            return Wire.absent(member.type()).orElseThrow(() -> new Mismatch("is missing"));
        }
        catch (Mismatch mismatch) {
            throw mismatch.within(member.name());
        }
    }

    private List<Object> list(Json json, Type type)
    {
        if (!(json instanceof JsonArray array)) {
            throw new Mismatch("expected an array, found " + json.kind());
        }
        List<Object> items = new ArrayList<>(array.items().size());
        for (Json item : array.items()) {
            try {
                items.add(value(item, type));
            }
            catch (Mismatch mismatch) {
                throw mismatch.within("[" + items.size() + "]");
            }
        }
        return items;
    }

    private Map<String, Object> map(Json json, Type type)
    {
        if (!(json instanceof JsonObject object)) {
            throw new Mismatch("expected an object, found " + json.kind());
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            try {
                members.put(member.getKey(), value(member.getValue(), type));
            }
            catch (Mismatch mismatch) {
                throw mismatch.within(member.getKey());
            }
        }
        return members;
    }

    private static Object constant(Json json, Class<?> raw)
    {
        String name = string(json);
        StringBuilder names = new StringBuilder();
        for (Object candidate : raw.getEnumConstants()) {
            String wireName = Wire.wireName((Enum<?>) candidate);
            if (wireName.equals(name)) {
                return candidate;
            }
            names.append(names.isEmpty() ? "" : ", ").append(wireName);
        }
        throw new Mismatch("expected one of " + names);
    }

    private static Instant instant(Json json)
    {
        try {
            return Instant.parse(string(json));
        }
        catch (DateTimeException _) {
            throw new Mismatch("expected a time like 2026-11-20T12:00:00Z");
        }
    }

    private static String string(Json json)
    {
        return json instanceof JsonString string ? string.value() : (String) mismatch("a string", json);
    }

    private static double number(Json json)
    {
        return json instanceof JsonNumber number ? number.doubleValue() : (Double) mismatch("a number", json);
    }

    private static long wholeNumber(Json json, long least, long most)
    {
        if (!(json instanceof JsonNumber number)) {
            throw new Mismatch("expected a whole number, found " + json.kind());
        }
        Optional<Long> value = number.longValue();
        if (value.isEmpty() || value.get() < least || value.get() > most) {
            throw new Mismatch("expected a whole number from " + least + " to " + most);
        }
        return value.get();
    }

    private static Object mismatch(String expected, Json found)
    {
        throw new Mismatch("expected " + expected + ", found " + found.kind());
    }

    /// What does not fit, and where; the path grows on the way out.
    private static final class Mismatch extends RuntimeException
    {
        private static final long serialVersionUID = 1;

        private final String path;

        Mismatch(String message)
        {
            this("", message);
        }

        private Mismatch(String path, String message)
        {
            super(message, null, false, false);
            this.path = path;
        }

        Mismatch within(String name)
        {
            return new Mismatch(path.isEmpty() || path.startsWith("[") ? name + path : name + "." + path, getMessage());
        }

        String described()
        {
            return path.isEmpty() ? getMessage() : path + ": " + getMessage();
        }
    }
}
