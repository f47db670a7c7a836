package org.luminousnix.daemon.catalog;

import org.tartarus.snowball.ext.EnglishStemmer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text and identifiers into the words that are indexed and searched. Not safe for use by several threads at once;
/// the memory of stems is shared.
final class Words
{
    /// More words of a query than this are not looked at, nor more letters of a word.
    static final int MOST_WORDS = 24;
    static final int LONGEST_WORD = 48;

    private static final int MOST_STEMS = 20_000;
    private static final Map<String, String> STEMS = new ConcurrentHashMap<>();
    private static final Map<String, String> SIGNS = Map.of("c++", "cpp", "c#", "csharp", "f#", "fsharp", ".net", "dotnet", "g++", "gpp",
            "notepad++", "notepadpp");

    // organise and organize are one word.
    private static final Pattern BRITISH = Pattern.compile("([a-z]{4,40})is(e|ed|er|ers|es|ing|ation|ations)");

    private final EnglishStemmer stemmer = new EnglishStemmer();

    /// Returns the words of plain text, in lower case and without accents, in order, at most this many.
    static List<String> plain(String text, int most)
    {
        String folded = fold(text);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length() && words.size() < most; i++) {
            boolean inside = i < folded.length() && isWordPart(folded, i);
            if (inside && start < 0) {
                start = i;
            }
            else if (!inside && start >= 0) {
                add(words, folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static void add(List<String> words, String raw)
    {
        String word = SIGNS.getOrDefault(raw, raw);
        int end = word.length();
        while (end > 0 && "+#.'".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        int begin = 0;
        while (begin < end && !Character.isLetterOrDigit(word.charAt(begin))) {
            begin++;
        }
        if (begin < end && end - begin <= LONGEST_WORD) {
            String trimmed = word.substring(begin, end);
            words.add(trimmed.endsWith("'s") ? trimmed.substring(0, trimmed.length() - 2) : trimmed);
        }
    }

    private static boolean isWordPart(String text, int i)
    {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        boolean before = i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
        boolean after = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
        return switch (c) {
            case '\'' -> before && after;
            case '.' -> !before && text.startsWith(".net", i);
            case '+', '#' -> before || (i > 1 && text.charAt(i - 1) == '+');
            default -> false;
        };
    }

    static String fold(String text)
    {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 127) {
                return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").replace('\u2019', '\'');
            }
        }
        return lower;
    }

    /// Returns the parts of an identifier, and the whole: `powerOnBoot` is power, on, boot, poweronboot; `jdk21` is jdk, 21, jdk21.
    static Set<String> parts(String identifier)
    {
        Set<String> parts = new LinkedHashSet<>();
        for (String chunk : identifier.split("[^\\p{L}\\p{N}+]+")) {
            addParts(parts, chunk);
        }
        String whole = squeeze(identifier);
        if (!whole.isEmpty() && whole.length() <= LONGEST_WORD) {
            parts.add(whole);
        }
        return parts;
    }

    private static void addParts(Set<String> parts, String chunk)
    {
        int start = 0;
        for (int i = 1; i <= chunk.length(); i++) {
            if (i == chunk.length() || isBorder(chunk, i)) {
                addPart(parts, chunk.substring(start, i));
                start = i;
            }
        }
        addPart(parts, chunk);
    }

    /// Returns the parts of an identifier in order, without the whole: `storageDriver` is storage, driver.
    static List<String> split(String identifier)
    {
        var spaced = new StringBuilder();
        for (int i = 0; i < identifier.length(); i++) {
            if (i > 0 && Character.isLetter(identifier.charAt(i)) && isBorder(identifier, i)) {
                spaced.append(' ');
            }
            spaced.append(identifier.charAt(i));
        }
        return plain(spaced.toString(), MOST_WORDS);
    }

    private static void addPart(Set<String> parts, String part)
    {
        if (!part.isEmpty() && part.length() <= LONGEST_WORD) {
            parts.add(part.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isBorder(String text, int i)
    {
        char before = text.charAt(i - 1);
        char here = text.charAt(i);
        if (Character.isLetter(before) != Character.isLetter(here)) {
            return true;
        }
        boolean lowerThenUpper = Character.isLowerCase(before) && Character.isUpperCase(here);
        boolean lastOfUpper = Character.isUpperCase(before) && Character.isUpperCase(here) && i + 1 < text.length()
                && Character.isLowerCase(text.charAt(i + 1));
        return lowerThenUpper || lastOfUpper;
    }

    /// Returns the letters and digits alone, in lower case: `Google-Chrome` is googlechrome.
    static String squeeze(String text)
    {
        String folded = fold(text);
        var squeezed = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i)) || folded.charAt(i) == '+') {
                squeezed.append(folded.charAt(i));
            }
        }
        return squeezed.toString();
    }

    /// Returns the stem of a word in lower case; words with digits are their own stem.
    String stem(String word)
    {
        String known = STEMS.get(word);
        if (known != null) {
            return known;
        }
        String stem = isPlainWord(word) ? stemmed(word) : word;
        if (STEMS.size() < MOST_STEMS) {
            STEMS.put(word, stem);
        }
        return stem;
    }

    private static boolean isPlainWord(String word)
    {
        return word.length() > 2 && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private String stemmed(String word)
    {
        Matcher british = BRITISH.matcher(word);
        stemmer.setCurrent(british.matches() ? british.group(1) + "iz" + british.group(2) : word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /// Returns the stems of plain text, in order.
    List<String> stems(String text, int most)
    {
        List<String> words = plain(text, most);
        words.replaceAll(this::stem);
        return words;
    }
}
