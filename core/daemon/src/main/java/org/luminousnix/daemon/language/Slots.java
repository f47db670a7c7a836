package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The slots of one intent while they are being found.
final class Slots
{
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean resolved = true;
    private Clarification question;

    Slots with(String slot, Object value)
    {
        boolean said = !(value instanceof String text && text.isEmpty()) && !(value instanceof List<?> list && list.isEmpty());
        if (said) {
            values.put(slot, value);
        }
        return this;
    }

    Slots with(String slot, Optional<?> value)
    {
        value.ifPresent(present -> with(slot, present));
        return this;
    }

    /// Says that something needed was not said or does not exist.
    Slots unresolved()
    {
        resolved = false;
        return this;
    }

    Slots needing(String slot)
    {
        return values.containsKey(slot) ? this : unresolved();
    }

    Slots asking(String text, List<String> choices)
    {
        question = new Clarification(text, choices);
        return this;
    }

    Slots warning(String warning)
    {
        warnings.add(warning);
        return this;
    }

    Map<String, Object> values()
    {
        return values;
    }

    boolean isResolved()
    {
        return resolved;
    }

    Optional<Clarification> question()
    {
        return Optional.ofNullable(question);
    }

    List<String> warnings()
    {
        return warnings;
    }
}
