package org.luminousnix.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Collections.unmodifiableList;
import static java.util.Collections.unmodifiableMap;
import static java.util.Objects.requireNonNull;

/// A JSON value (RFC 8259): immutable, members in the order in which they were written.
///
/// Numbers keep their digits, so that what is read is written again as it was.
public sealed interface Json
{
    /// Returns a string.
    static Json of(String value)
    {
        return new JsonString(value);
    }

    /// Returns a number.
    static Json of(long value)
    {
        return new JsonNumber(Long.toString(value));
    }

    /// Returns a number; one that JSON cannot say is null.
    static Json of(double value)
    {
        return Double.isFinite(value) ? new JsonNumber(Double.toString(value)) : ofNull();
    }

    /// Returns `true` or `false`.
    static Json of(boolean value)
    {
        return new JsonBoolean(value);
    }

    /// Returns `null`.
    static Json ofNull()
    {
        return new JsonNull();
    }

    /// Returns an array.
    static Json array(List<? extends Json> items)
    {
        return new JsonArray(new ArrayList<>(items));
    }

    /// Returns an array of strings.
    static Json strings(List<String> texts)
    {
        List<Json> items = new ArrayList<>(texts.size());
        for (String text : texts) {
            items.add(new JsonString(text));
        }
        return new JsonArray(items);
    }

    /// Begins an object.
    static Builder object()
    {
        return new Builder();
    }

    /// Returns the kind of this value as people call it, for messages.
    String kind();

    /// Returns the text, when this is a string.
    default Optional<String> text()
    {
        return Optional.empty();
    }

    /// Returns a member, when this is an object that has it.
    default Optional<Json> get(String name)
    {
        return Optional.empty();
    }

    /// An object.
    record JsonObject(Map<String, Json> members) implements Json
    {
        public JsonObject
        {
            members = unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String kind()
        {
            return "an object";
        }

        @Override
        public Optional<Json> get(String name)
        {
            return Optional.ofNullable(members.get(name));
        }

        @Override
        public String toString()
        {
            return JsonWriter.write(this);
        }
    }

    /// An array.
    record JsonArray(List<Json> items) implements Json
    {
        public JsonArray
        {
            items = unmodifiableList(new ArrayList<>(items));
        }

        @Override
        public String kind()
        {
            return "an array";
        }

        @Override
        public String toString()
        {
            return JsonWriter.write(this);
        }
    }

    /// A string; halves of surrogate pairs in it become U+FFFD, so that it can always be written.
    record JsonString(String value) implements Json
    {
        public JsonString
        {
            value = Surrogates.withoutHalves(requireNonNull(value, "value is null"));
        }

        @Override
        public String kind()
        {
            return "a string";
        }

        @Override
        public Optional<String> text()
        {
            return Optional.of(value);
        }

        @Override
        public String toString()
        {
            return JsonWriter.write(this);
        }
    }

    /// A number, by its digits as RFC 8259 writes them.
    record JsonNumber(String digits) implements Json
    {
        public JsonNumber
        {
            requireNonNull(digits, "digits is null");
        }

        @Override
        public String kind()
        {
            return "a number";
        }

        /// Returns the nearest double.
        public double doubleValue()
        {
            return Double.parseDouble(digits);
        }

        /// Returns the value, when it is a whole number in the range of a long.
        public Optional<Long> longValue()
        {
            try {
                return Optional.of(Long.parseLong(digits));
            }
            catch (NumberFormatException _) {
                double value = doubleValue();
                // 2^53: up to here every whole double is exactly the number that was written.
                boolean whole = value == Math.rint(value) && Math.abs(value) <= 9_007_199_254_740_992.0;
                return whole ? Optional.of((long) value) : Optional.empty();
            }
        }

        @Override
        public String toString()
        {
            return digits;
        }
    }

    /// `true` or `false`.
    record JsonBoolean(boolean value) implements Json
    {
        @Override
        public String kind()
        {
            return "a boolean";
        }

        @Override
        public String toString()
        {
            return value ? "true" : "false";
        }
    }

    /// `null`.
    record JsonNull() implements Json
    {
        @Override
        public String kind()
        {
            return "null";
        }

        @Override
        public String toString()
        {
            return "null";
        }
    }

    /// An object that is being put together; empty optionals leave their member out.
    final class Builder
    {
        private final Map<String, Json> members = new LinkedHashMap<>();

        private Builder()
        {}

        public Builder put(String name, Json value)
        {
            members.put(requireNonNull(name, "name is null"), requireNonNull(value, "value is null"));
            return this;
        }

        public Builder put(String name, String value)
        {
            return put(name, of(value));
        }

        public Builder put(String name, long value)
        {
            return put(name, of(value));
        }

        public Builder put(String name, boolean value)
        {
            return put(name, of(value));
        }

        /// Returns the object.
        public JsonObject build()
        {
            return new JsonObject(members);
        }
    }
}
