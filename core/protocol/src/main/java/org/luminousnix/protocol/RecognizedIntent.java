package org.luminousnix.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.util.Collections.unmodifiableMap;
import static java.util.Objects.requireNonNull;

/// One thing that a text asks for.
///
/// @param name the intent, `package.install`
/// @param slots what it is about, by slot name
/// @param confidence how sure the recogniser is, 0 to 1
/// @param resolved whether every named thing was found in the catalogue
/// @param evidence what led to this reading, in words that can be shown
public record RecognizedIntent(String name, Map<String, Json> slots, double confidence, boolean resolved, List<String> evidence)
{
    public RecognizedIntent
    {
        requireNonNull(name, "name is null");
        slots = unmodifiableMap(new LinkedHashMap<>(slots));
        evidence = List.copyOf(evidence);
    }
}
