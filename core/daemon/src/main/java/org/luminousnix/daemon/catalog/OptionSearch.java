package org.luminousnix.daemon.catalog;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds options for what a person typed: paths first, then written knowledge, then path words and descriptions.
final class OptionSearch
{
    private static final int CANDIDATES = 400;
    private static final double TEXT_FLOOR = 0.1;

    private final OpenIndex index;
    private final Knowledge knowledge;
    private final Words words = new Words();
    private final Spelling spelling;

    OptionSearch(OpenIndex index, Knowledge knowledge)
    {
        this.index = index;
        this.knowledge = knowledge;
        this.spelling = new Spelling(index, Set.of());
    }

    List<Hit<OptionEntry>> search(String text, int limit, Optional<OptionSource> source)
    {
        List<String> stems = stems(text);
        if (stems.isEmpty()) {
            return List.of();
        }
        var ranking = new Ranking(index, TEXT_FLOOR);
        double scale = 4 + stems.stream().mapToDouble(this::tells).sum() * 2.2;
        boostPath(ranking, text.strip(), scale);
        List<String> telling = stems.stream().filter(stem -> !knowledge.optionSynonyms().isSilent(stem)).toList();
        ranking.boostAll(IndexFields.ENDING, String.join("", stems), 2 * scale, 0.5);
        ranking.boostAll(IndexFields.ENDING, String.join("", telling), 1.8 * scale, 0.5);
        for (Needs.Answer answer : knowledge.optionNeeds().answers(stems, this::tells)) {
            ranking.boostAll(IndexFields.KEY, OptionSource.NIXOS + " " + answer.name(), 1.6 * scale * answer.fit(), 0.05);
            ranking.boostAll(IndexFields.KEY, OptionSource.HOME + " " + answer.name(), 1.5 * scale * answer.fit(), 0.05);
        }
        scoreText(ranking, stems, source);
        return hits(ranking, limit, source);
    }

    private List<Hit<OptionEntry>> hits(Ranking ranking, int limit, Optional<OptionSource> source)
    {
        List<Hit<OptionEntry>> hits = new ArrayList<>();
        for (Hit<Integer> hit : ranking.best(CANDIDATES)) {
            OptionEntry entry = index.optionEntry(hit.entry());
            if (source.isEmpty() || source.get() == entry.source()) {
                hits.add(new Hit<>(entry, hit.score()));
            }
            if (hits.size() >= limit) {
                break;
            }
        }
        return hits;
    }

    private List<String> stems(String text)
    {
        List<String> stems = new ArrayList<>();
        for (String word : Words.plain(text, Words.MOST_WORDS)) {
            String stem = words.stem(word);
            stems.add(isKnown(stem) ? stem : words.stem(spelling.mendOption(word)));
        }
        return stems;
    }

    private boolean isKnown(String stem)
    {
        return knowledge.optionSynonyms().isSilent(stem) || !knowledge.optionSynonyms().others(stem).isEmpty()
                || index.documentFrequency(IndexFields.PATH_WORDS, stem) + index.documentFrequency(IndexFields.OPTION_TEXT, stem) > 0;
    }

    private double tells(String stem)
    {
        return knowledge.optionSynonyms().isSilent(stem)
                ? 0.3
                : Math.min(index.weight(IndexFields.OPTION_TEXT, stem), index.weight(IndexFields.PATH_WORDS, stem));
    }

    private void boostPath(Ranking ranking, String text, double scale)
    {
        String path = text.toLowerCase(Locale.ROOT);
        ranking.boostAll(IndexFields.PATH, path, 6 * scale, 0.2);
        if (path.indexOf(' ') < 0) {
            ranking.boostAll(IndexFields.PATH, path + ".enable", 4 * scale, 0.2);
        }
        String dotted = path.replace(' ', '.');
        ranking.boostAll(IndexFields.PATH, dotted, 3 * scale, 0.2);
    }

    private void scoreText(Ranking ranking, List<String> stems, Optional<OptionSource> source)
    {
        var query = new BooleanQuery.Builder();
        for (String stem : knowledge.optionSynonyms().join(stems)) {
            query.add(anyField(stem), BooleanClause.Occur.SHOULD);
        }
        for (int i = 0; i + 1 < stems.size(); i++) {
            query.add(PackageSearch.boosted(IndexFields.PATH_WORDS, stems.get(i) + stems.get(i + 1), 2), BooleanClause.Occur.SHOULD);
        }
        source.ifPresent(one -> query.add(new TermQuery(new Term(IndexFields.SOURCE, one.name())), BooleanClause.Occur.FILTER));
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
        float weight = knowledge.optionSynonyms().isSilent(stem) ? 0.1f : 1;
        List<Query> fields = new ArrayList<>();
        addFields(fields, stem, weight);
        for (String other : knowledge.optionSynonyms().others(stem)) {
            if (!other.equals(stem)) {
                addFields(fields, other, 0.6f * weight);
            }
        }
        return new DisjunctionMaxQuery(fields, 0.3f);
    }

    private static void addFields(List<Query> fields, String stem, float weight)
    {
        fields.add(PackageSearch.boosted(IndexFields.PATH_WORDS, stem, 1.6f * weight));
        fields.add(PackageSearch.boosted(IndexFields.LEAF_WORDS, stem, 1.0f * weight));
        fields.add(PackageSearch.boosted(IndexFields.OPTION_TEXT, stem, 1.1f * weight));
    }

    /// Returns the option of this path, whose named parts may be the person's own.
    Optional<OptionEntry> option(String name)
    {
        for (OptionSource source : OptionSource.values()) {
            Optional<OptionEntry> found = lookUp(source, name.strip());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<OptionEntry> lookUp(OptionSource source, String name)
    {
        for (String path : OptionPath.patterns(name)) {
            List<Integer> documents = index.documents(IndexFields.KEY, source + " " + path);
            if (!documents.isEmpty()) {
                return Optional.of(index.optionEntry(documents.getFirst()));
            }
        }
        return Optional.empty();
    }
}
