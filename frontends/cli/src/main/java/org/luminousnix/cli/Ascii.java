package org.luminousnix.cli;

import java.text.Normalizer;
import java.util.Map;

/// Writes text for terminals that know no more than ASCII: signs by their nearest likeness, letters without their accents.
final class Ascii
{
    private static final Map<Integer, String> LIKENESS = Map.ofEntries(Map.entry((int) '…', "..."), Map.entry((int) '–', "-"),
            Map.entry((int) '—', "--"), Map.entry((int) '‘', "'"), Map.entry((int) '’', "'"), Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""), Map.entry((int) '→', "->"), Map.entry((int) '←', "<-"), Map.entry((int) '×', "x"),
            Map.entry((int) '•', "*"), Map.entry((int) '·', "-"), Map.entry((int) '≤', "<="), Map.entry((int) '≥', ">="),
            Map.entry((int) '\u00A0', " "), Map.entry((int) 'ß', "ss"), Map.entry((int) '█', "#"), Map.entry((int) '░', "."),
            Map.entry((int) '›', ">"), Map.entry((int) '├', "|"), Map.entry((int) '└', "`"), Map.entry((int) '─', "-"),
            Map.entry((int) '│', "|"));

    private Ascii()
    {}

    static String of(String text)
    {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int c)
    {
        if (c < 0x80) {
            out.append((char) c);
        }
        else if (Character.getType(c) != Character.NON_SPACING_MARK) {
            out.append(LIKENESS.getOrDefault(c, "?"));
        }
    }
}
