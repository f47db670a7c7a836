package org.luminousnix.daemon.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Messages whose kind is known, for those that no rule knows: the nearest decides, if it is near enough.
final class KnownCases
{
    private static final double LEAST = 0.42;
    private static final double MOST_CONFIDENCE = 0.6;
    private static final int MOST_WORDS = 60;

    /// The rule whose case is nearest, and how near, 0 to 1.
    record Near(Rule rule, double confidence)
    {}

    private record Case(Rule rule, Set<String> words, double length)
    {}

    private final Map<String, Integer> frequencies = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private final int total;

    KnownCases(List<Rule> rules)
    {
        List<Map.Entry<Rule, Set<String>>> texts = new ArrayList<>();
        for (Rule rule : rules) {
            rule.examples().forEach(example -> texts.add(Map.entry(rule, words(example))));
            rule.match().forEach(template -> texts.add(Map.entry(rule, words(template.words()))));
        }
        texts.removeIf(text -> text.getValue().size() < 2);
        texts.forEach(text -> text.getValue().forEach(word -> frequencies.merge(word, 1, Integer::sum)));
        total = texts.size();
        texts.forEach(text -> cases.add(new Case(text.getKey(), text.getValue(), length(text.getValue()))));
    }

    /// Returns the nearest case to a message; empty when none is near.
    Optional<Near> nearest(String message)
    {
        Set<String> words = words(message);
        double length = length(words);
        Case best = null;
        double most = LEAST;
        for (Case known : cases) {
            double similarity = length == 0 ? 0 : shared(words, known.words()) / (length * known.length());
            if (similarity > most) {
                best = known;
                most = similarity;
            }
        }
        return Optional.ofNullable(best).map(known -> new Near(known.rule(), MOST_CONFIDENCE * similarity(words, length, known)));
    }

    private double similarity(Set<String> words, double length, Case known)
    {
        return Math.min(1, shared(words, known.words()) / (length * known.length()));
    }

    private double shared(Set<String> words, Set<String> others)
    {
        double shared = 0;
        for (String word : words) {
            shared += others.contains(word) ? weight(word) * weight(word) : 0;
        }
        return shared;
    }

    private double length(Set<String> words)
    {
        double sum = 0;
        for (String word : words) {
            sum += weight(word) * weight(word);
        }
        return Math.sqrt(sum);
    }

    private double weight(String word)
    {
        return Math.log(1 + total / (1.0 + frequencies.getOrDefault(word, 0)));
    }

    // Names differ from case to case: words with a slash, a dot or a digit inside tell nothing.
    private static Set<String> words(String text)
    {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s'`\"\u2018\u2019,;:()\\[\\]{}]+")) {
            boolean plain = word.length() > 2 && word.chars().allMatch(c -> Character.isLetter(c) || c == '-');
            if (plain && !word.equals("error") && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return words;
    }
}
