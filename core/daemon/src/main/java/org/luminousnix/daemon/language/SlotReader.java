package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.luminousnix.daemon.language.LanguageError.INVALID_SLOT;
import static org.luminousnix.daemon.language.LanguageException.languageException;

/// Reads slot values with the shape that a record's component needs.
record SlotReader(Map<String, Object> slots)
{
    SlotReader
    {
        slots = Map.copyOf(slots);
    }

    String text(String slot)
    {
        return optionalText(slot).orElse("");
    }

    Optional<String> optionalText(String slot)
    {
        return optional(slot, String.class);
    }

    List<String> texts(String slot)
    {
        return list(slot).stream().map(item -> as(String.class, item, slot)).toList();
    }

    Optional<Integer> optionalNumber(String slot)
    {
        return optional(slot, Number.class).map(Number::intValue);
    }

    List<Integer> numbers(String slot)
    {
        return list(slot).stream().map(item -> as(Number.class, item, slot).intValue()).toList();
    }

    Optional<Scope> scope(String slot)
    {
        return constant(slot, Scope.values());
    }

    Optional<RebuildMode> mode(String slot)
    {
        return constant(slot, RebuildMode.values());
    }

    PowerAction power(String slot)
    {
        return constant(slot, PowerAction.values()).orElse(PowerAction.REBOOT);
    }

    WifiAction wifi(String slot)
    {
        return constant(slot, WifiAction.values()).orElse(WifiAction.LIST);
    }

    Rating rating(String slot)
    {
        return constant(slot, Rating.values()).orElse(Rating.GOOD);
    }

    Optional<GenerationPoint> point(String slot)
    {
        return Optional.ofNullable(slots.get(slot)).map(value -> value instanceof Number number
                ? new GenerationPoint.Numbered(number.intValue())
                : constant(slot, GenerationPoint.Relative.values()).orElseThrow());
    }

    Optional<OptionValue> value(String slot)
    {
        return Optional.ofNullable(slots.get(slot)).map(OptionValue::of);
    }

    private <T extends WireWord> Optional<T> constant(String slot, T[] constants)
    {
        Optional<String> word = optionalText(slot);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        for (T constant : constants) {
            if (constant.wireWord().equals(word.get())) {
                return Optional.of(constant);
            }
        }
        throw languageException(INVALID_SLOT, "%s cannot be '%s'", slot, word.get());
    }

    private List<?> list(String slot)
    {
        return optional(slot, List.class).<List<?>>map(list -> list).orElse(List.of());
    }

    private <T> Optional<T> optional(String slot, Class<T> type)
    {
        return Optional.ofNullable(slots.get(slot)).map(value -> as(type, value, slot));
    }

    private static <T> T as(Class<T> type, Object value, String slot)
    {
        if (!type.isInstance(value)) {
            throw languageException(INVALID_SLOT, "%s cannot be '%s'", slot, value);
        }
        return type.cast(value);
    }
}
