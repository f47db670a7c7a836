package org.luminousnix.daemon.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A line with gaps: `attribute '{name}' missing`. Found by looking for its fixed parts one after the other, so that no text
/// makes it slow.
final class Template
{
    private static final int WIDEST_GAP = 400;
    private static final int LONGEST_CAPTURE = 160;
    private static final List<String> ENDS = List.of(", at ", ", ", "; ", ". ", " (", " at /", "'.", "' ", "\" ");

    private final List<String> parts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Grams grams;

    Template(String text)
    {
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            parts.add(text.substring(at, open));
            names.add(text.substring(open + 1, close));
            at = close + 1;
        }
        parts.add(text.substring(at));
        if (parts.stream().allMatch(String::isBlank)) {
            throw new IllegalArgumentException("a template without any fixed text: " + text);
        }
        grams = Grams.of(parts);
    }

    /// Returns what stands in the gaps, if the line is like this.
    Optional<Map<String, String>> match(LogLine line)
    {
        if (!line.grams().mayContain(grams)) {
            return Optional.empty();
        }
        String first = parts.getFirst();
        if (first.isEmpty()) {
            return matchFrom(line, 0);
        }
        for (int at = line.match().indexOf(first); at >= 0; at = line.match().indexOf(first, at + 1)) {
            Optional<Map<String, String>> found = matchFrom(line, at + first.length());
            if (found.isPresent() || parts.size() == 1) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Map<String, String>> matchFrom(LogLine line, int from)
    {
        Map<String, String> captures = new HashMap<>();
        int at = from;
        for (int i = 0; i < names.size(); i++) {
            String next = parts.get(i + 1);
            int end = next.isEmpty() ? line.match().length() : line.match().indexOf(next, at);
            if (end < 0 || (end - at > WIDEST_GAP && !next.isEmpty())) {
                return Optional.empty();
            }
            if (!names.get(i).isEmpty()) {
                captures.put(names.get(i), capture(line.text().substring(at, end), i == 0 && parts.getFirst().isEmpty(), next.isEmpty()));
            }
            at = end + next.length();
        }
        return Optional.of(captures);
    }

    // A gap at an end of the line is bounded by what people would call the name: one word in front, up to a stop behind.
    private static String capture(String raw, boolean leading, boolean trailing)
    {
        String text = raw.strip();
        if (trailing) {
            for (String end : ENDS) {
                int cut = text.indexOf(end);
                text = cut > 0 ? text.substring(0, cut) : text;
            }
        }
        if (leading) {
            text = text.substring(text.lastIndexOf(' ') + 1);
        }
        text = trim(text);
        return text.length() <= LONGEST_CAPTURE ? text : text.substring(0, LONGEST_CAPTURE) + "…";
    }

    private static String trim(String text)
    {
        int start = 0;
        int end = text.length();
        while (start < end && "'`\"\u2018\u2019".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "'`\"\u2018\u2019.,;:".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /// Returns the fixed text, for comparing with messages that are only similar.
    String words()
    {
        return String.join(" ", parts);
    }
}
