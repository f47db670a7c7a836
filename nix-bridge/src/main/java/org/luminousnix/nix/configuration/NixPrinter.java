package org.luminousnix.nix.configuration;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static java.util.Objects.requireNonNull;

/// Writes values as the Nix literals that they are.
///
/// @param newline what ends a line
/// @param unit one step of indentation
record NixPrinter(String newline, String unit)
{
    private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_'-]*");
    private static final Set<String> KEYWORDS = Set.of("if", "then", "else", "assert", "with", "let", "in", "rec", "inherit", "or");

    NixPrinter
    {
        requireNonNull(newline, "newline is null");
        requireNonNull(unit, "unit is null");
    }

    static boolean isIdentifier(String name)
    {
        return IDENTIFIER.matcher(name).matches() && !KEYWORDS.contains(name);
    }

    /// Returns a name as it stands in an attribute path.
    static String name(String name)
    {
        return isIdentifier(name) ? name : quoted(name);
    }

    /// Returns a text in double quotes.
    static String quoted(String text)
    {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                // Escaped wherever it stands: "$${" would be no interpolation, but which dollar counts is easily got wrong.
                case '$' -> quoted.append("\\$");
                default -> quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }

    /// Returns the value as it stands behind `=`, its further lines indented below `indentation`.
    String print(NixValue value, String indentation)
    {
        return switch (value) {
            case NixValue.Bool bool -> String.valueOf(bool.value());
            case NixValue.Int number -> integer(number.value());
            case NixValue.Decimal number -> decimal(number.value());
            case NixValue.Text text -> quoted(text.value());
            case NixValue.Path path -> path.value();
            case NixValue.Null _ -> "null";
            case NixValue.Reference reference -> reference.path().toString();
            case NixValue.Items items -> items(items, indentation);
            case NixValue.Attributes attributes -> attributes(attributes, indentation);
        };
    }

    /// Returns the value as it stands in a list or after a function.
    String printElement(NixValue value, String indentation)
    {
        String printed = print(value, indentation);
        return printed.startsWith("-") ? "(" + printed + ")" : printed;
    }

    // The least integer has no literal, since Nix reads the minus after the digits.
    private static String integer(long value)
    {
        return value == Long.MIN_VALUE ? "-9223372036854775807 - 1" : String.valueOf(value);
    }

    private static String decimal(double value)
    {
        String plain = new BigDecimal(String.valueOf(value)).toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private String items(NixValue.Items items, String indentation)
    {
        if (items.values().isEmpty()) {
            return "[ ]";
        }
        boolean flat = items.values().stream().noneMatch(NixValue.Attributes.class::isInstance);
        String line = items.values().stream().map(value -> printElement(value, indentation)).collect(Collectors.joining(" ", "[ ", " ]"));
        if (flat && line.length() <= 70) {
            return line;
        }
        String inner = indentation + unit;
        return items.values().stream().map(value -> inner + printElement(value, inner) + newline)
                .collect(Collectors.joining("", "[" + newline, indentation + "]"));
    }

    private String attributes(NixValue.Attributes attributes, String indentation)
    {
        if (attributes.values().isEmpty()) {
            return "{ }";
        }
        String inner = indentation + unit;
        StringBuilder printed = new StringBuilder("{").append(newline);
        for (Map.Entry<String, NixValue> entry : attributes.values().entrySet()) {
            printed.append(inner).append(name(entry.getKey())).append(" = ").append(print(entry.getValue(), inner)).append(';')
                    .append(newline);
        }
        return printed.append(indentation).append('}').toString();
    }
}
