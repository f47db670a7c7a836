package org.luminousnix.daemon.catalog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Mends words that the index does not have, towards what is near and well known.
final class Spelling
{
    private static final int SHORTEST = 3;
    private static final int LONG = 6;

    private static final double ALIAS_PRIOR = 0.8;

    private final OpenIndex index;
    private final Set<String> aliases;

    Spelling(OpenIndex index, Set<String> aliases)
    {
        this.index = index;
        this.aliases = aliases;
    }

    /// Returns the likeliest meant word, or the word itself. A query's only word is rather a name than a word of prose.
    String mend(String word, boolean alone)
    {
        Map<String, Double> scores = names(word);
        double share = alone ? 0.5 : 1;
        for (OpenIndex.Near near : near(IndexFields.DESCRIPTION, word)) {
            double common = Math.min(1, Math.log10(1 + near.documents()) / 3);
            scores.merge(near.term(), share * score(word, near.term(), common), Math::max);
        }
        return scores.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(word);
    }

    /// Returns the likeliest meant word of option paths and descriptions, or the word itself.
    String mendOption(String word)
    {
        Map<String, Double> scores = new HashMap<>();
        for (String field : List.of(IndexFields.PATH_WORDS, IndexFields.OPTION_TEXT)) {
            for (OpenIndex.Near near : near(field, word)) {
                scores.merge(near.term(), score(word, near.term(), Math.min(1, Math.log10(1 + near.documents()) / 3)), Math::max);
            }
        }
        return scores.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(word);
    }

    /// Returns names near a word, best first.
    List<String> suggest(String word, int limit)
    {
        String name = word.strip().toLowerCase(Locale.ROOT);
        if (name.length() > Words.LONGEST_WORD) {
            return List.of();
        }
        return names(name).entrySet()
                .stream()
                .filter(entry -> !entry.getKey().equals(name))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Double> names(String word)
    {
        Map<String, Double> scores = new HashMap<>();
        for (String field : List.of(IndexFields.NAME, IndexFields.PROGRAM)) {
            for (OpenIndex.Near near : near(field, word)) {
                double prior = index.documents(field, near.term()).stream().mapToDouble(index::prior).max().orElse(0);
                scores.merge(near.term(), score(word, near.term(), field.equals(IndexFields.PROGRAM) ? 0.8 * prior : prior), Math::max);
            }
        }
        int edits = word.length() < LONG ? 1 : 2;
        for (String alias : aliases) {
            if (word.length() >= SHORTEST && Math.abs(alias.length() - word.length()) <= edits && Typos.distance(word, alias) <= edits) {
                scores.merge(alias, score(word, alias, ALIAS_PRIOR), Math::max);
            }
        }
        return scores;
    }

    private List<OpenIndex.Near> near(String field, String word)
    {
        if (word.length() < SHORTEST) {
            return List.of();
        }
        int edits = word.length() < LONG ? 1 : 2;
        List<OpenIndex.Near> near = index.near(field, word, edits, word.length() > SHORTEST + 1 ? 1 : 0);
        near.sort(Comparator.comparingInt(OpenIndex.Near::edits));
        return near;
    }

    private static double score(String typed, String meant, double known)
    {
        double distance = Typos.slips(typed, meant) / Math.max(3, Math.min(typed.length(), meant.length()));
        return Math.exp(-5 * distance) * (0.12 + known);
    }
}
