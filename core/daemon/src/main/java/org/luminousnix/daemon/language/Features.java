package org.luminousnix.daemon.language;

import java.util.Arrays;
import java.util.List;

import static java.util.Objects.requireNonNull;

/// What the statistics see of a clause: words, stems, neighbours, word classes, letters. Features are 64-bit hashes.
final class Features
{
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
    private static final int LETTER_GRAM = 4;
    private static final int MOST_SYMBOLS = 40;

    private final WordClasses classes;

    Features(WordClasses classes)
    {
        this.classes = requireNonNull(classes, "classes is null");
    }

    /// Returns the features of a clause, each once.
    long[] of(List<String> allSymbols)
    {
        List<String> symbols = allSymbols.size() > MOST_SYMBOLS ? allSymbols.subList(0, MOST_SYMBOLS) : allSymbols;
        Collector collector = new Collector(symbols.size());
        int n = symbols.size();
        long[] words = new long[n + 2];
        long[] coarse = new long[n + 2];
        words[0] = coarse[0] = hash("<s>");
        words[n + 1] = coarse[n + 1] = hash("</s>");
        for (int i = 0; i < n; i++) {
            String symbol = symbols.get(i);
            words[i + 1] = hash(symbol);
            coarse[i + 1] = hash(coarse(symbol));
            collector.add(word(symbol));
            if (symbol.charAt(0) != '<') {
                letters(symbol, collector);
                classes.of(symbol).forEach(wordClass -> collector.add(mix(3, hash(wordClass))));
            }
        }
        neighbours(words, coarse, collector);
        collector.add(mix(4, Math.min(n, 12)));
        collector.add(mix(5, words[1]));
        collector.add(mix(6, words[n]));
        collector.add(mix(7, coarse[1]));
        return collector.distinct();
    }

    /// Returns the feature of one word alone.
    static long word(String symbol)
    {
        return mix(1, hash(symbol));
    }

    private void neighbours(long[] words, long[] coarse, Collector collector)
    {
        for (int i = 0; i + 1 < words.length; i++) {
            collector.add(mix(2, coarse[i]));
            collector.add(mix(8, words[i], words[i + 1]));
            collector.add(mix(9, coarse[i], coarse[i + 1]));
            if (i + 2 < words.length) {
                collector.add(mix(10, coarse[i], coarse[i + 1], coarse[i + 2]));
                collector.add(mix(11, coarse[i], coarse[i + 2]));
            }
        }
    }

    private static void letters(String word, Collector collector)
    {
        String edged = "^" + word + "$";
        for (int i = 0; i + LETTER_GRAM <= edged.length() && i < 12; i++) {
            collector.add(mix(12, hash(edged, i, i + LETTER_GRAM)));
        }
    }

    private String coarse(String symbol)
    {
        return switch (symbol) {
            case "<pkg>", "<svc>", "<pkgsvc>", "<unk>", "<stack>", "<lib>" -> "<name>";
            default -> symbol.charAt(0) == '<' ? symbol : classes.leading(symbol).orElseGet(() -> Stem.of(symbol));
        };
    }

    private static long hash(String text)
    {
        return hash(text, 0, text.length());
    }

    private static long hash(String text, int from, int to)
    {
        long hash = 1125899906842597L;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash * MULTIPLIER;
    }

    private static long mix(long... parts)
    {
        long mixed = 7;
        for (long part : parts) {
            mixed = (mixed ^ part) * MULTIPLIER;
            mixed ^= mixed >>> 29;
        }
        return mixed == 0 ? 1 : mixed;
    }

    /// Gathers hashes without boxing.
    private static final class Collector
    {
        private long[] hashes;
        private int size;

        Collector(int symbols)
        {
            hashes = new long[32 + symbols * 16];
        }

        void add(long hash)
        {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size * 2);
            }
            hashes[size++] = hash;
        }

        long[] distinct()
        {
            Arrays.sort(hashes, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || hashes[i] != hashes[i - 1]) {
                    hashes[kept++] = hashes[i];
                }
            }
            return Arrays.copyOf(hashes, kept);
        }
    }
}
