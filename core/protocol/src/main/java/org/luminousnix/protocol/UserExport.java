package org.luminousnix.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import static java.util.Collections.unmodifiableMap;
import static java.util.Objects.requireNonNull;

/// The answer of `user.export`: everything that is kept about the person.
///
/// @param user the account
/// @param exported when this was gathered
/// @param data what is kept, by kind
public record UserExport(String user, Instant exported, Map<String, Json> data)
{
    public UserExport
    {
        requireNonNull(user, "user is null");
        requireNonNull(exported, "exported is null");
        data = unmodifiableMap(new LinkedHashMap<>(data));
    }
}
