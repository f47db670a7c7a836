package org.luminousnix.cli;

import java.util.stream.Collectors;

/// Makes text from outside safe to print: nothing in it can move the cursor, change colours, or turn the direction of writing.
final class Harmless
{
    private static final int REPLACEMENT = 0xFFFD;

    private Harmless()
    {}

    /// Returns `text` with tabs as two spaces and every control, direction-changing or unpaired character written out, as
    /// `\x1b` or `\u202e`. Line breaks are written out as well: what takes several lines is split before.
    static String line(String text)
    {
        if (isHarmless(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    /// Returns `text` of several lines, each made safe.
    static String lines(String text)
    {
        return text.lines().map(Harmless::line).collect(Collectors.joining("\n"));
    }

    private static boolean isHarmless(String text)
    {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder out, int c)
    {
        if (c == '\t') {
            out.append("  ");
        }
        else if (Character.isISOControl(c)) {
            out.append("\\x").append(hex(c, 2));
        }
        else if (changesTheLine(c)) {
            out.append("\\u").append(hex(c, 4));
        }
        else if (Character.getType(c) == Character.SURROGATE) {
            out.appendCodePoint(REPLACEMENT);
        }
        else {
            out.appendCodePoint(c);
        }
    }

    /// Whether `c` is one of Unicode's embedding, override, isolate, mark or separator characters, which reorder or break a line.
    private static boolean changesTheLine(int c)
    {
        return c == 0x061C || c == 0xFEFF || isBetween(c, 0x200E, 0x200F) || isBetween(c, 0x2028, 0x202E) || isBetween(c, 0x2066, 0x2069);
    }

    private static boolean isBetween(int c, int first, int last)
    {
        return c >= first && c <= last;
    }

    private static String hex(int c, int digits)
    {
        String hex = Integer.toHexString(c);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
