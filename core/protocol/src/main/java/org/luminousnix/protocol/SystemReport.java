package org.luminousnix.protocol;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// The answer of `system.status`, `system.info` and `system.storage`.
///
/// @param topic what was asked for
/// @param text the answer in a sentence
/// @param values what was measured
public record SystemReport(String topic, String text, List<Measurement> values)
{
    public SystemReport
    {
        requireNonNull(topic, "topic is null");
        requireNonNull(text, "text is null");
        values = List.copyOf(values);
    }
}
