package org.luminousnix.daemon.catalog;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Joins what the words score with what is known beforehand: `text × (floor + (1 - floor) × prior) + boost`.
final class Ranking
{
    static final Similarity SIMILARITY = new PerFieldSimilarityWrapper()
    {
        private final Similarity names = new BM25Similarity(0.6f, 0.55f);
        private final Similarity prose = new BM25Similarity(1.0f, 0.35f);

        @Override
        public Similarity get(String field)
        {
            return switch (field) {
                case IndexFields.TITLE, IndexFields.PATH_WORDS, IndexFields.LEAF_WORDS, IndexFields.SET -> names;
                default -> prose;
            };
        }
    };

    private final OpenIndex index;
    private final double floor;
    private final Map<Integer, Double> texts = new HashMap<>();
    private final Map<Integer, Double> boosts = new HashMap<>();

    /// @param floor what a text score keeps where the prior is zero, 0 to 1
    Ranking(OpenIndex index, double floor)
    {
        this.index = index;
        this.floor = floor;
    }

    /// Says what the words score for a document.
    void text(int document, double score)
    {
        texts.put(document, score);
    }

    /// Boosts a document; of several boosts the highest counts.
    void boost(int document, double boost)
    {
        boosts.merge(document, boost, Math::max);
    }

    /// Boosts every document that has this term.
    void boostAll(String field, String term, double boost, double priorShare)
    {
        for (int document : index.documents(field, term)) {
            boost(document, boost * (1 - priorShare + priorShare * index.prior(document)));
        }
    }

    boolean isEmpty()
    {
        return texts.isEmpty() && boosts.isEmpty();
    }

    /// Returns the best documents with their scores.
    List<Hit<Integer>> best(int limit)
    {
        Map<Integer, Double> scores = new HashMap<>(boosts);
        texts.forEach((document, text) -> scores.merge(document, text * (floor + (1 - floor) * index.prior(document)), Double::sum));
        List<Hit<Integer>> hits = new ArrayList<>(scores.size());
        scores.forEach((document, score) -> hits.add(new Hit<>(document, score)));
        hits.sort((a, b) -> a.score() == b.score() ? Integer.compare(a.entry(), b.entry()) : Double.compare(b.score(), a.score()));
        return hits.subList(0, Math.min(limit, hits.size()));
    }
}
