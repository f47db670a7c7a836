package org.luminousnix.cli;

import java.util.ArrayList;
import java.util.List;

/// Counts and cuts text in columns of a terminal: a wide character takes two, a combining one none.
final class Columns
{
    /// First and last code points that East Asian Width calls wide, in order (Unicode, UAX 11).
    private static final int[] WIDE = {0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F,
        0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD};

    private Columns()
    {}

    static int width(String text)
    {
        int width = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            width += width(text.codePointAt(i));
        }
        return width;
    }

    static int width(int codePoint)
    {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /// Returns `text` followed by as many spaces as bring it to `width` columns.
    static String padded(String text, int width)
    {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /// Returns the longest beginning of `text` that fits `width` columns, its end replaced by `…` where something is missing.
    static String cut(String text, int width)
    {
        if (width(text) <= width) {
            return text;
        }
        return head(text, Math.max(0, width - 1)) + (width > 0 ? "…" : "");
    }

    private static String head(String text, int width)
    {
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            used += width(c);
            if (used > width) {
                break;
            }
            i += Character.charCount(c);
        }
        return text.substring(0, i);
    }

    /// Breaks `text` at spaces into lines of at most `width` columns; a word that is longer is broken inside. At least one line.
    /// A text that fits stays as it is.
    static List<String> wrapped(String text, int width)
    {
        int limit = Math.max(1, width);
        if (width(text) <= limit) {
            return List.of(text.stripTrailing());
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= limit) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = broken(word, limit, lines);
        }
        lines.add(line);
        return lines;
    }

    private static String broken(String word, int limit, List<String> lines)
    {
        String rest = word;
        while (width(rest) > limit) {
            String head = head(rest, limit);
            String part = head.isEmpty() ? rest.substring(0, Character.charCount(rest.codePointAt(0))) : head;
            lines.add(part);
            rest = rest.substring(part.length());
        }
        return rest;
    }
}
