package org.luminousnix.daemon.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds `file.nix:12:3` in what Nix printed.
final class Places
{
    private static final String ENDING = ".nix";
    private static final int LONGEST_PATH = 1000;
    private static final int MOST_DIGITS = 8;

    private Places()
    {}

    /// Returns the first place that is not in the store: a file of the person's own.
    static Optional<Diagnosis.Place> own(String text)
    {
        for (int at = text.indexOf(ENDING); at >= 0; at = text.indexOf(ENDING, at + 1)) {
            Optional<Diagnosis.Place> place = at(text, at);
            if (place.isPresent() && !place.get().file().startsWith("/nix/store")) {
                return place;
            }
        }
        return Optional.empty();
    }

    /// Returns every place in a line, in order.
    static List<Diagnosis.Place> all(String line)
    {
        List<Diagnosis.Place> places = new ArrayList<>();
        for (int at = line.indexOf(ENDING); at >= 0; at = line.indexOf(ENDING, at + 1)) {
            at(line, at).ifPresent(places::add);
        }
        return places;
    }

    private static Optional<Diagnosis.Place> at(String text, int ending)
    {
        int after = ending + ENDING.length();
        if (after < text.length() && "'\"\u00bb".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        OptionalInt line = number(text, after);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        int next = after + 1;
        while (next < text.length() && Character.isDigit(text.charAt(next))) {
            next++;
        }
        OptionalInt column = number(text, next);
        return path(text, ending + ENDING.length()).map(file -> new Diagnosis.Place(file, line.getAsInt(), column));
    }

    private static OptionalInt number(String text, int colon)
    {
        if (colon >= text.length() || text.charAt(colon) != ':') {
            return OptionalInt.empty();
        }
        int end = colon + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9' && end - colon <= MOST_DIGITS) {
            end++;
        }
        return end == colon + 1 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.substring(colon + 1, end)));
    }

    private static Optional<String> path(String text, int end)
    {
        int start = end;
        while (start > 0 && end - start < LONGEST_PATH && isPath(text.charAt(start - 1))) {
            start--;
        }
        for (int i = start; i < end - ENDING.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '~' || text.startsWith("./", i)) {
                return Optional.of(text.substring(i, end));
            }
        }
        return Optional.empty();
    }

    private static boolean isPath(char c)
    {
        return !Character.isWhitespace(c) && ":'\"\u00bb".indexOf(c) < 0;
    }
}
