package org.luminousnix.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

import static java.util.Collections.unmodifiableMap;

/// The answer of `user.preferences`: what the person has set.
///
/// @param values the settings by name
public record UserPreferences(Map<String, Json> values)
{
    public UserPreferences
    {
        values = unmodifiableMap(new LinkedHashMap<>(values));
    }
}
