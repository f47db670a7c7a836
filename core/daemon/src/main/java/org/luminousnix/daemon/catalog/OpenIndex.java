package org.luminousnix.daemon.catalog;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One finished index, open for reading by any number of threads until it is released.
final class OpenIndex
{
    /// A word of the index near to one that is not in it.
    record Near(String term, int edits, int documents)
    {}

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final float[] priors;
    private final Map<String, String> facts;

    private OpenIndex(DirectoryReader reader) throws IOException
    {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(Ranking.SIMILARITY);
        this.searcher.setQueryCache(null);
        this.priors = readPriors(reader);
        this.facts = reader.getIndexCommit().getUserData();
    }

    static OpenIndex open(Path directory) throws IOException
    {
        return new OpenIndex(DirectoryReader.open(new MMapDirectory(directory)));
    }

    private static float[] readPriors(DirectoryReader reader) throws IOException
    {
        float[] priors = new float[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = leaf.reader().getNumericDocValues(IndexFields.PRIOR);
            while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                priors[leaf.docBase + values.docID()] = Float.intBitsToFloat((int) values.longValue());
            }
        }
        return priors;
    }

    /// Takes hold of the index; false when it was closed meanwhile.
    boolean acquire()
    {
        return reader.tryIncRef();
    }

    /// Lets go of the index; the last one closes it.
    void release()
    {
        try {
            reader.decRef();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IndexSearcher searcher()
    {
        return searcher;
    }

    double prior(int document)
    {
        return priors[document];
    }

    int count(String fact)
    {
        return Integer.parseInt(facts.getOrDefault(fact, "0"));
    }

    Optional<Instant> built()
    {
        return Optional.ofNullable(facts.get("built")).map(Instant::parse);
    }

    int documentFrequency(String field, String term)
    {
        try {
            return reader.docFreq(new Term(field, term));
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns how much a term tells: its inverse document frequency.
    double weight(String field, String term)
    {
        int frequency = documentFrequency(field, term);
        return Math.log(1 + (reader.numDocs() - frequency + 0.5) / (frequency + 0.5));
    }

    /// Returns the documents that have exactly this term.
    List<Integer> documents(String field, String term)
    {
        List<Integer> documents = new ArrayList<>();
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                PostingsEnum postings = leaf.reader().postings(new Term(field, term), PostingsEnum.NONE);
                while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    documents.add(leaf.docBase + postings.docID());
                }
            }
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    /// Returns the terms of a field within this many edits, a swap of neighbours counting as one.
    List<Near> near(String field, String word, int edits, int prefix)
    {
        List<Near> near = new ArrayList<>();
        try {
            Terms terms = MultiTerms.getTerms(reader, field);
            if (terms != null) {
                var fuzzy = new FuzzyTermsEnum(terms, new Term(field, word), edits, prefix, true);
                for (BytesRef term = fuzzy.next(); term != null; term = fuzzy.next()) {
                    String text = term.utf8ToString();
                    near.add(new Near(text, Typos.distance(word, text), fuzzy.docFreq()));
                }
            }
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return near;
    }

    PackageEntry packageEntry(int document)
    {
        return EntryCodec.packageEntry(stored(document));
    }

    OptionEntry optionEntry(int document)
    {
        return EntryCodec.optionEntry(stored(document));
    }

    private BytesRef stored(int document)
    {
        try {
            Document fields = searcher.storedFields().document(document, Set.of(IndexFields.ENTRY));
            return fields.getBinaryValue(IndexFields.ENTRY);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
