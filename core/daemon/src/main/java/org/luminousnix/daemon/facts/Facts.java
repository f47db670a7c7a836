package org.luminousnix.daemon.facts;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// What is known of one topic: a sentence first, then the values behind it.
public record Facts(String topic, String sentence, List<Measured> values)
{
    public Facts
    {
        requireNonNull(topic, "topic is null");
        requireNonNull(sentence, "sentence is null");
        values = List.copyOf(values);
    }

    static Facts unreadable(String topic, String what)
    {
        return new Facts(topic, what + " cannot be read on this machine.", List.of());
    }
}
