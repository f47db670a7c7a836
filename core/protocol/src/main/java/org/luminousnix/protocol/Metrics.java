package org.luminousnix.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

import static java.util.Collections.unmodifiableMap;

/// The answer of `daemon.metrics`.
///
/// @param values the figures by name, `requests.total`
public record Metrics(Map<String, Double> values)
{
    public Metrics
    {
        values = unmodifiableMap(new LinkedHashMap<>(values));
    }
}
