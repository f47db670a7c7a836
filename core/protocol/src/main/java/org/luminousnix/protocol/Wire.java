package org.luminousnix.protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Turns values of the protocol into JSON and back, by the shape of their records.
///
/// - A record is an object; a component is a member of the same name, or of its [WireName].
/// - An empty optional is an absent member. A list or map is there even when it is empty.
/// - An enum constant is its name in kebab-case: `NEEDS_APPROVAL` is `"needs-approval"`.
/// - An [Instant] is a string as ISO 8601 writes it, in UTC.
/// - A [Json] is itself.
///
/// What does not fit is refused with [ErrorCode#INVALID_PARAMS] and the path of the member: `client.version`.
public final class Wire
{
    private Wire()
    {}

    /// Returns the JSON of a value.
    public static Json write(Object value)
    {
        return WireWriter.write(value);
    }

    /// Reads an answer; members that the record does not have are ignored, since a newer daemon may say more.
    public static <T> T read(Json json, Class<T> type)
    {
        return type.cast(WireReader.read(json, type, false));
    }

    /// Reads a parameter; members that the record does not have are refused, since they would be without effect.
    ///
    /// @param type a class, or a parameterized type as `Optional<String>`
    public static Object readParameter(Json json, Type type)
    {
        return WireReader.read(json, type, true);
    }

    /// Returns what a value of an absent member is: an empty optional.
    ///
    /// @return nothing where the type has to be there
    public static Optional<Object> absent(Type type)
    {
        Class<?> raw = rawClass(type);
        if (raw == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (raw == OptionalInt.class) {
            return Optional.of(OptionalInt.empty());
        }
        if (raw == OptionalLong.class) {
            return Optional.of(OptionalLong.empty());
        }
        if (raw == OptionalDouble.class) {
            return Optional.of(OptionalDouble.empty());
        }
        return Optional.empty();
    }

    /// Returns the name of an enum constant on the wire.
    public static String wireName(Enum<?> constant)
    {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Class<?> rawClass(Type type)
    {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }

    static Type argument(Type type, int index)
    {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
