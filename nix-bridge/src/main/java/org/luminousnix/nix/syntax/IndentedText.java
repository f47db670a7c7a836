package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;

/// Reads the text of an indented string without interpolation: the common indentation goes, escapes are read (Nix manual, "String").
final class IndentedText
{
    private IndentedText()
    {}

    static String value(String written)
    {
        List<String> lines = new ArrayList<>(List.of(afterOpening(written).split("\n", -1)));
        int indentation = indentation(lines);
        StringBuilder value = new StringBuilder();
        for (int index = 0; index < lines.size(); index++) {
            boolean last = index == lines.size() - 1;
            String line = stripped(lines.get(index), indentation);
            if (last && line.chars().allMatch(c -> c == ' ')) {
                break;
            }
            value.append(line);
            if (!last) {
                value.append('\n');
            }
        }
        return unescaped(value);
    }

    // The line that holds the opening quotes does not count if nothing but spaces follows them.
    private static String afterOpening(String written)
    {
        int index = 0;
        while (index < written.length() && written.charAt(index) == ' ') {
            index++;
        }
        return index < written.length() && written.charAt(index) == '\n' ? written.substring(index + 1) : written;
    }

    private static int indentation(List<String> lines)
    {
        int least = Integer.MAX_VALUE;
        for (String line : lines) {
            int spaces = spaces(line);
            if (spaces < line.length()) {
                least = Math.min(least, spaces);
            }
        }
        return least;
    }

    private static int spaces(String line)
    {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }

    private static String stripped(String line, int indentation)
    {
        return line.substring(Math.min(spaces(line), indentation));
    }

    private static String unescaped(CharSequence text)
    {
        StringBuilder value = new StringBuilder(text.length());
        int index = 0;
        while (index < text.length()) {
            boolean quotes = text.charAt(index) == '\'' && index + 2 < text.length() && text.charAt(index + 1) == '\'';
            if (!quotes) {
                value.append(text.charAt(index++));
            }
            else if (text.charAt(index + 2) == '\\' && index + 3 < text.length()) {
                value.append(StringValue.escaped(text.charAt(index + 3)));
                index += 4;
            }
            else {
                value.append(text.charAt(index + 2) == '$' ? "$" : "''");
                index += 3;
            }
        }
        return value.toString();
    }
}
