package org.luminousnix.daemon.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// What people say they need, and the names that answer it in their usual order: written knowledge, where descriptions are
/// missing or do not tell what is usual.
final class Needs
{
    private static final double LEAST_FIT = 0.36;
    private static final int MOST_ANSWERS = 40;

    private record Need(Set<String> words, List<String> names)
    {}

    /// A name that answers a query, and how well: 1 when all was said and the name comes first.
    record Answer(String name, double fit)
    {}

    private final Synonyms synonyms;
    private final List<Need> needs = new ArrayList<>();
    private final Map<String, List<Need>> byWord = new HashMap<>();
    private final Map<String, List<String>> byPhrase = new HashMap<>();

    Needs(Words words, Synonyms synonyms, String file)
    {
        this.synonyms = synonyms;
        for (KnowledgeFile.Entry entry : KnowledgeFile.read(file)) {
            entry.left().forEach(phrase -> add(words, phrase, entry.right()));
        }
    }

    private void add(Words words, String phrase, List<String> names)
    {
        byPhrase.putIfAbsent(Words.squeeze(phrase), names);
        var need = new Need(meaning(words.stems(phrase, Words.MOST_WORDS)), names);
        needs.add(need);
        need.words().forEach(word -> byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(need));
    }

    private Set<String> meaning(List<String> stems)
    {
        Set<String> meaning = new LinkedHashSet<>();
        for (String stem : synonyms.join(stems)) {
            if (!synonyms.isSilent(stem)) {
                meaning.add(synonyms.head(stem));
            }
        }
        return meaning;
    }

    /// Returns the names for a phrase that is written here as it is said, letter case and spaces aside.
    List<String> exactly(String phrase)
    {
        return byPhrase.getOrDefault(Words.squeeze(phrase), List.of());
    }

    /// Returns every phrase, in lower case and without spaces.
    Set<String> phrases()
    {
        return byPhrase.keySet();
    }

    /// Returns every name that is written here.
    Set<String> names()
    {
        Set<String> names = new HashSet<>();
        needs.forEach(need -> names.addAll(need.names()));
        return names;
    }

    /// Returns the names whose need is near to these stems, each with its best fit.
    List<Answer> answers(List<String> stems, ToDoubleFunction<String> weights)
    {
        Set<String> asked = meaning(stems);
        Set<Need> candidates = new HashSet<>();
        asked.forEach(word -> candidates.addAll(byWord.getOrDefault(word, List.of())));
        double askedWeight = sum(asked, weights);
        Map<String, Double> best = new HashMap<>();
        for (Need need : candidates) {
            double fit = fit(need, asked, askedWeight, weights);
            if (fit >= LEAST_FIT) {
                for (int rank = 0; rank < need.names().size(); rank++) {
                    best.merge(need.names().get(rank), fit / (1 + 0.06 * rank), Math::max);
                }
            }
        }
        List<Answer> answers = new ArrayList<>();
        best.forEach((name, fit) -> answers.add(new Answer(name, fit)));
        answers.sort((a, b) -> Double.compare(b.fit(), a.fit()));
        return answers.subList(0, Math.min(MOST_ANSWERS, answers.size()));
    }

    private static double fit(Need need, Set<String> asked, double askedWeight, ToDoubleFunction<String> weights)
    {
        double shared = 0;
        double all = 0;
        for (String word : need.words()) {
            double weight = weights.applyAsDouble(word);
            all += weight;
            shared += asked.contains(word) ? weight : 0;
        }
        // What the need says and the query does not counts more against it than the other way round.
        return all == 0 || askedWeight == 0 ? 0 : Math.pow(shared / all, 1.5) * Math.pow(shared / askedWeight, 0.7);
    }

    private static double sum(Set<String> words, ToDoubleFunction<String> weights)
    {
        double sum = 0;
        for (String word : words) {
            sum += weights.applyAsDouble(word);
        }
        return sum;
    }
}
