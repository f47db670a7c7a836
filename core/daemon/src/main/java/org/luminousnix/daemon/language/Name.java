package org.luminousnix.daemon.language;

import static java.util.Objects.requireNonNull;

/// Something that has a name in our domain.
///
/// @param value what is meant: an attribute path, a service's name, a stack, a time zone
record Name(Kind kind, String value)
{
    enum Kind
    {
        PACKAGE, SERVICE, STACK, PLACE, GROUP, CHANNEL, CONCEPT, LIBRARY, UNKNOWN
    }

    Name
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(value, "value is null");
    }
}
