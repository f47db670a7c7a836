package org.luminousnix.nix.syntax;

import java.util.Optional;

/// The value of a string that has no interpolation, as Nix reads it.
public final class StringValue
{
    private StringValue()
    {}

    /// Returns the text that an expression of `source` stands for, if it is one string without interpolation, or a URI.
    public static Optional<String> of(String source, Expression expression)
    {
        return switch (expression) {
            case Expression.Parenthesized parenthesized -> of(source, parenthesized.inner());
            case Expression.UriLiteral uri -> Optional.of(source.substring(uri.start(), uri.end()));
            case Expression.StringLiteral string -> ofString(source, string);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofString(String source, Expression.StringLiteral string)
    {
        if (string.parts().isEmpty()) {
            return Optional.of("");
        }
        if (string.parts().size() > 1 || !(string.parts().getFirst() instanceof StringPart.Text text)) {
            return Optional.empty();
        }
        String written = source.substring(text.start(), text.end());
        return Optional.of(string.indented() ? IndentedText.value(written) : unescaped(written));
    }

    /// Returns the text of a string in double quotes: escapes read, every line end a `\n`.
    static String unescaped(String written)
    {
        StringBuilder value = new StringBuilder(written.length());
        for (int index = 0; index < written.length(); index++) {
            char character = written.charAt(index);
            if (character == '\\' && index + 1 < written.length()) {
                index++;
                value.append(escaped(written.charAt(index)));
            }
            else if (character == '\r') {
                value.append('\n');
                if (index + 1 < written.length() && written.charAt(index + 1) == '\n') {
                    index++;
                }
            }
            else {
                value.append(character);
            }
        }
        return value.toString();
    }

    static char escaped(char character)
    {
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> character;
        };
    }
}
