package org.luminousnix.daemon.catalog;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds packages for what a person typed: names and commands first, then written knowledge, then descriptions, each weighed with
/// how likely the package is meant at all.
final class PackageSearch
{
    private static final int CANDIDATES = 400;
    private static final int MOST_NAMED = 50;
    private static final double TEXT_FLOOR = 0.25;

    private final OpenIndex index;
    private final Knowledge knowledge;
    private final Words words = new Words();
    private final Spelling spelling;

    PackageSearch(OpenIndex index, Knowledge knowledge)
    {
        this.index = index;
        this.knowledge = knowledge;
        this.spelling = new Spelling(index, knowledge.aliases().phrases());
    }

    List<Hit<PackageEntry>> search(String text, int limit)
    {
        List<String> plain = Words.plain(text, Words.MOST_WORDS);
        if (plain.isEmpty()) {
            return List.of();
        }
        var ranking = new Ranking(index, TEXT_FLOOR);
        List<String> meant = mend(plain, text);
        double scale = scale(meant);
        boostWhole(ranking, text.strip(), scale);
        if (!meant.equals(plain)) {
            boostWhole(ranking, String.join(" ", meant), 0.9 * scale);
        }
        boostNeeds(ranking, meant, scale);
        scoreText(ranking, meant);
        return ranking.best(limit).stream().map(hit -> new Hit<>(index.packageEntry(hit.entry()), hit.score())).toList();
    }

    // Every boost is relative to the most that the words of this query could score.
    private double scale(List<String> plain)
    {
        double scale = 4;
        for (String word : plain) {
            scale += 2.2 * tells(words.stem(word));
        }
        return scale;
    }

    private double tells(String stem)
    {
        return knowledge.synonyms().isSilent(stem) ? 0.3 : index.weight(IndexFields.DESCRIPTION, stem);
    }

    private List<String> mend(List<String> plain, String text)
    {
        if (!knowledge.aliases().exactly(text).isEmpty() || !knowledge.packageNeeds().exactly(text).isEmpty()
                || !knowledge.commands().exactly(text).isEmpty()) {
            return plain;
        }
        List<String> mended = new ArrayList<>();
        for (String word : plain) {
            mended.add(isKnown(word) ? word : spelling.mend(word, plain.size() == 1));
        }
        return mended;
    }

    private boolean isKnown(String word)
    {
        String stem = words.stem(word);
        return index.documentFrequency(IndexFields.NAME, word) > 0 || index.documentFrequency(IndexFields.PROGRAM, word) > 0
                || knowledge.synonyms().isSilent(stem) || !knowledge.synonyms().others(stem).isEmpty()
                || index.documentFrequency(IndexFields.DESCRIPTION, stem) + index.documentFrequency(IndexFields.TITLE, stem) > 2;
    }

    private void boostWhole(Ranking ranking, String text, double scale)
    {
        String lower = text.toLowerCase(Locale.ROOT);
        ranking.boostAll(IndexFields.KEY, text, 12 * scale, 0.1);
        for (String name : names(lower)) {
            ranking.boostAll(IndexFields.NAME, name, 3 * scale, 0.8);
            ranking.boostAll(IndexFields.HOME, name, 3 * scale, 0.4);
            ranking.boostAll(IndexFields.MAIN_PROGRAM, name, 2 * scale, 0.8);
            ranking.boostAll(IndexFields.PROGRAM, name, 1.5 * scale, 0.8);
        }
        boostNames(ranking, knowledge.aliases().exactly(text), 5 * scale);
        boostNames(ranking, knowledge.commands().exactly(text), 4 * scale);
        boostNames(ranking, knowledge.packageNeeds().exactly(text), 2.5 * scale);
    }

    private static Set<String> names(String lower)
    {
        Set<String> names = new LinkedHashSet<>(List.of(lower, Words.squeeze(lower), lower.replace(' ', '-'), lower.replace(' ', '_')));
        names.remove("");
        return names;
    }

    private void boostNames(Ranking ranking, List<String> names, double boost)
    {
        for (int rank = 0; rank < names.size(); rank++) {
            boostName(ranking, names.get(rank), boost / (1 + 0.06 * rank));
        }
    }

    // Who bears the name in full comes before a member of a set: jdk before jetbrains.jdk.
    private static void boostName(Ranking ranking, String name, double boost)
    {
        ranking.boostAll(IndexFields.HOME, name, boost, 0.1);
        ranking.boostAll(IndexFields.KEY, name, 1.02 * boost, 0.1);
    }

    private void boostNeeds(Ranking ranking, List<String> plain, double scale)
    {
        List<String> stems = plain.stream().map(words::stem).toList();
        for (Needs.Answer answer : knowledge.packageNeeds().answers(stems, this::tells)) {
            boostName(ranking, answer.name(), 1.6 * scale * answer.fit());
        }
        for (Needs.Answer answer : knowledge.aliases().answers(stems, this::tells)) {
            boostName(ranking, answer.name(), 1.6 * scale * answer.fit());
        }
    }

    private void scoreText(Ranking ranking, List<String> plain)
    {
        List<String> stems = knowledge.synonyms().join(plain.stream().map(words::stem).toList());
        var query = new BooleanQuery.Builder();
        for (String stem : stems) {
            query.add(anyField(stem), BooleanClause.Occur.SHOULD);
        }
        for (int i = 0; i + 1 < plain.size(); i++) {
            String joined = plain.get(i) + plain.get(i + 1);
            query.add(new BoostQuery(new TermQuery(new Term(IndexFields.TITLE, joined)), 3), BooleanClause.Occur.SHOULD);
        }
        try {
            for (ScoreDoc found : index.searcher().search(query.build(), CANDIDATES).scoreDocs) {
                ranking.text(found.doc, found.score);
            }
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query anyField(String stem)
    {
        float weight = knowledge.synonyms().isSilent(stem) ? 0.1f : 1;
        List<Query> fields = new ArrayList<>();
        addFields(fields, stem, weight);
        for (String other : knowledge.synonyms().others(stem)) {
            if (!other.equals(stem)) {
                addFields(fields, other, 0.6f * weight);
            }
        }
        return new DisjunctionMaxQuery(fields, 0.15f);
    }

    private static void addFields(List<Query> fields, String stem, float weight)
    {
        fields.add(boosted(IndexFields.TITLE, stem, 1.9f * weight));
        fields.add(boosted(IndexFields.DESCRIPTION, stem, 1.4f * weight));
        fields.add(boosted(IndexFields.SET, stem, 0.9f * weight));
        fields.add(boosted(IndexFields.LONG_DESCRIPTION, stem, 0.45f * weight));
    }

    static Query boosted(String field, String term, float boost)
    {
        return new BoostQuery(new TermQuery(new Term(field, term)), boost);
    }

    /// Returns the packages of this name, alias or main program; likeliest first.
    List<PackageEntry> named(String word)
    {
        var ranking = new Ranking(index, 0);
        String name = word.strip().toLowerCase(Locale.ROOT);
        ranking.boostAll(IndexFields.KEY, word.strip(), 4, 0.1);
        ranking.boostAll(IndexFields.HOME, name, 3, 0.5);
        ranking.boostAll(IndexFields.NAME, name, 2, 0.9);
        ranking.boostAll(IndexFields.NAME, Words.squeeze(name), 1.6, 0.9);
        boostNames(ranking, knowledge.aliases().exactly(word), 3.5);
        return entries(ranking);
    }

    /// Returns the packages that ship this command; likeliest first.
    List<PackageEntry> providers(String program)
    {
        var ranking = new Ranking(index, 0);
        String name = program.strip().toLowerCase(Locale.ROOT);
        boostNames(ranking, knowledge.commands().exactly(name), 4);
        ranking.boostAll(IndexFields.MAIN_PROGRAM, name, 2, 0.8);
        ranking.boostAll(IndexFields.PROGRAM, name, 1.7, 0.9);
        if (ranking.isEmpty()) {
            ranking.boostAll(IndexFields.NAME, name, 1, 0.8);
        }
        return entries(ranking);
    }

    private List<PackageEntry> entries(Ranking ranking)
    {
        return ranking.best(MOST_NAMED).stream().map(hit -> index.packageEntry(hit.entry())).toList();
    }

}
