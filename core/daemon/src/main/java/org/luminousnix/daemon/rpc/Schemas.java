package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.Wire;
import org.luminousnix.protocol.WireName;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

import static java.util.Objects.requireNonNull;

/// JSON schemas of the types on the wire. Records and enums become components and are referred to by name.
final class Schemas
{
    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(boolean.class, "boolean"), Map.entry(Boolean.class, "boolean"),
            Map.entry(int.class, "integer"), Map.entry(Integer.class, "integer"), Map.entry(OptionalInt.class, "integer"),
            Map.entry(long.class, "integer"), Map.entry(Long.class, "integer"), Map.entry(OptionalLong.class, "integer"),
            Map.entry(double.class, "number"), Map.entry(Double.class, "number"), Map.entry(OptionalDouble.class, "number"),
            Map.entry(void.class, "null"));

    private final Descriptions descriptions;
    private final Map<String, Json> components = new TreeMap<>();

    Schemas(Descriptions descriptions)
    {
        this.descriptions = requireNonNull(descriptions, "descriptions is null");
    }

    /// Returns the name of a record or enum: with that of the type around it, where it is nested.
    static String name(Class<?> type)
    {
        return type.getDeclaringClass() == null
                ? type.getSimpleName()
                : type.getDeclaringClass().getSimpleName() + "." + type.getSimpleName();
    }

    /// Returns the name of a component's member on the wire.
    static String name(RecordComponent component)
    {
        return Optional.ofNullable(component.getAnnotation(WireName.class)).map(WireName::value).orElse(component.getName());
    }

    /// Returns the components that were referred to so far.
    JsonObject components()
    {
        return new JsonObject(components);
    }

    JsonObject of(Type type)
    {
        if (type instanceof ParameterizedType parameterized) {
            return container((Class<?>) parameterized.getRawType(), parameterized.getActualTypeArguments());
        }
        Class<?> raw = (Class<?>) type;
        if (SCALARS.containsKey(raw)) {
            return Json.object().put("type", SCALARS.get(raw)).build();
        }
        if (raw == Instant.class) {
            return Json.object().put("type", "string").put("format", "date-time").build();
        }
        return Json.class.isAssignableFrom(raw) ? Json.object().build() : reference(raw);
    }

    private JsonObject container(Class<?> raw, Type[] arguments)
    {
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (raw == List.class) {
            return Json.object().put("type", "array").put("items", of(arguments[0])).build();
        }
        if (raw == Map.class) {
            return Json.object().put("type", "object").put("additionalProperties", of(arguments[1])).build();
        }
        throw new IllegalArgumentException("not a type of the wire: " + raw.getName());
    }

    private JsonObject reference(Class<?> type)
    {
        String name = name(type);
        if (!components.containsKey(name)) {
            // Before its members are looked at, since they may refer to it.
            components.put(name, Json.ofNull());
            components.put(name, type.isEnum() ? constants(type) : object(type));
        }
        return Json.object().put("$ref", "#/components/schemas/" + name).build();
    }

    private JsonObject constants(Class<?> type)
    {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(Wire.wireName((Enum<?>) constant));
        }
        return Json.object().put("type", "string").put("description", descriptions.of(name(type))).put("enum", Json.strings(names)).build();
    }

    private JsonObject object(Class<?> type)
    {
        Json.Builder properties = Json.object();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String member = name(component);
            properties.put(member, described(of(component.getGenericType()), descriptions.of(name(type) + "/" + member)));
            if (Wire.absent(component.getGenericType()).isEmpty()) {
                required.add(member);
            }
        }
        return Json.object()
                .put("type", "object")
                .put("description", descriptions.of(name(type)))
                .put("properties", properties.build())
                .put("required", Json.strings(required))
                .build();
    }

    private static JsonObject described(JsonObject schema, String description)
    {
        Json.Builder builder = Json.object();
        schema.members().forEach(builder::put);
        return builder.put("description", description).build();
    }
}
