package org.luminousnix.nix.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// A JSON value (RFC 8259).
public sealed interface Json
{
    /// Returns the member of this name, empty if this is no object or has none.
    default Optional<Json> member(String name)
    {
        return this instanceof Members(var members) ? Optional.ofNullable(members.get(name)) : Optional.empty();
    }

    /// Returns this text, empty if this is none.
    default Optional<String> asText()
    {
        return this instanceof Text(var text) ? Optional.of(text) : Optional.empty();
    }

    /// Returns this whole number, empty if this is none or does not fit.
    default OptionalLong asLong()
    {
        return this instanceof Whole(var number) && number.bitLength() < Long.SIZE
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    /// Returns the elements of this list, none if this is no list.
    default List<Json> elements()
    {
        return this instanceof Elements(var elements) ? elements : List.of();
    }

    /// The null value.
    record Null() implements Json
    {}

    /// True or false.
    record Truth(boolean value) implements Json
    {}

    /// A number without fraction and exponent.
    record Whole(BigInteger value) implements Json
    {
        public Whole
        {
            requireNonNull(value, "value is null");
        }
    }

    /// A number with fraction or exponent.
    record Real(double value) implements Json
    {}

    /// A string.
    record Text(String value) implements Json
    {
        public Text
        {
            requireNonNull(value, "value is null");
        }
    }

    /// An array.
    record Elements(List<Json> values) implements Json
    {
        public Elements
        {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /// An object, with its members in the order in which they were written.
    record Members(Map<String, Json> values) implements Json
    {
        public Members
        {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
