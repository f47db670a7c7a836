package org.luminousnix.daemon.catalog;

import java.util.ArrayList;
import java.util.List;

/// Option paths as a person writes them, with names of their own where the module says `<name>` or `*`.
final class OptionPath
{
    // 2 to the power of this many patterns are looked up at most.
    private static final int MOST_PLACEHOLDERS = 7;
    private static final int LONGEST = 500;

    private OptionPath()
    {}

    /// Returns the parts of a path; a dot inside quotes does not part it.
    static List<String> parts(String path)
    {
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            quoted ^= c == '"';
            if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            }
            else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /// Returns the declared paths that this one may be an instance of: itself first, then those with the fewest placeholders.
    static List<String> patterns(String path)
    {
        if (path.length() > LONGEST) {
            return List.of();
        }
        List<String> parts = parts(path);
        // The first part is never a person's own name.
        int free = Math.min(MOST_PLACEHOLDERS, parts.size() - 1);
        List<Integer> masks = new ArrayList<>();
        for (int mask = 0; mask < 1 << free; mask++) {
            masks.add(mask);
        }
        masks.sort((a, b) -> Integer.compare(Integer.bitCount(a), Integer.bitCount(b)));
        List<String> patterns = new ArrayList<>();
        for (int mask : masks) {
            patterns.add(pattern(parts, mask, "<name>"));
            if (mask != 0) {
                patterns.add(pattern(parts, mask, "*"));
            }
        }
        return patterns;
    }

    private static String pattern(List<String> parts, int mask, String placeholder)
    {
        List<String> pattern = new ArrayList<>(parts);
        for (int bit = 0; bit < MOST_PLACEHOLDERS && bit + 1 < parts.size(); bit++) {
            if ((mask & 1 << bit) != 0) {
                pattern.set(bit + 1, placeholder);
            }
        }
        return String.join(".", pattern);
    }
}
