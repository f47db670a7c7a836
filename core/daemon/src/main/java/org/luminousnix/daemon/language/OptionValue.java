package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/// The value that an option is to get.
public sealed interface OptionValue
{
    /// Returns the value as JSON has it: String, Long, Double, Boolean, List or Map; an expression is `{"expression": text}`.
    Object json();

    /// A string.
    record Text(String text) implements OptionValue
    {
        public Text
        {
            requireNonNull(text, "text is null");
        }

        @Override
        public Object json()
        {
            return text;
        }
    }

    /// A whole number.
    record Whole(long number) implements OptionValue
    {
        @Override
        public Object json()
        {
            return number;
        }
    }

    /// A number with a fraction.
    record Decimal(double number) implements OptionValue
    {
        @Override
        public Object json()
        {
            return number;
        }
    }

    /// True or false.
    record Flag(boolean on) implements OptionValue
    {
        @Override
        public Object json()
        {
            return on;
        }
    }

    /// What is added to a list option.
    record Items(List<OptionValue> items) implements OptionValue
    {
        public Items
        {
            items = List.copyOf(items);
        }

        @Override
        public Object json()
        {
            return items.stream().map(OptionValue::json).toList();
        }
    }

    /// A Nix expression such as `pkgs.zsh`.
    record Expression(String expression) implements OptionValue
    {
        public Expression
        {
            requireNonNull(expression, "expression is null");
        }

        @Override
        public Object json()
        {
            return Map.of("expression", expression);
        }
    }

    /// Reads what [#json] returns.
    ///
    /// @throws LanguageException with INVALID_SLOT when it is nothing of that kind
    static OptionValue of(Object json)
    {
        return switch (json) {
            case OptionValue value -> value;
            case String text -> new Text(text);
            case Boolean on -> new Flag(on);
            case Integer number -> new Whole(number);
            case Long number -> new Whole(number);
            case Number number -> new Decimal(number.doubleValue());
            case List<?> items -> new Items(items.stream().map(OptionValue::of).toList());
            case Map<?, ?> map when map.get("expression") instanceof String expression -> new Expression(expression);
            case null, default -> throw LanguageException.languageException(LanguageError.INVALID_SLOT, "not an option's value: %s", json);
        };
    }
}
