package org.luminousnix.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

import static java.util.Collections.unmodifiableMap;

/// The answer of `user.forget`.
///
/// @param removed how many entries were removed, by kind
public record UserForgotten(Map<String, Long> removed)
{
    public UserForgotten
    {
        removed = unmodifiableMap(new LinkedHashMap<>(removed));
    }
}
