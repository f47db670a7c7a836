package org.luminousnix.daemon.language;

import java.util.Collection;
import java.util.Optional;

/// Turns a record component into the value that JSON shows.
final class SlotValue
{
    private SlotValue()
    {}

    /// Returns the value for JSON, or nothing where nothing was said.
    static Optional<Object> of(Object component)
    {
        return switch (component) {
            case Optional<?> optional -> optional.flatMap(SlotValue::of);
            case String text when text.isEmpty() -> Optional.empty();
            case Collection<?> items when items.isEmpty() -> Optional.empty();
            case GenerationPoint point -> Optional.of(point.slotValue());
            case OptionValue value -> Optional.of(value.json());
            case WireWord word -> Optional.of(word.wireWord());
            default -> Optional.of(component);
        };
    }
}
