package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// Mends mistyped words against the domain's vocabulary: Damerau–Levenshtein, cheaper between neighbouring keys and for swapped letters.
final class Mender
{
    private static final String[] KEYBOARD = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final Pattern DOUBLED_END = Pattern.compile("(.)\\1$");
    private static final int SHORTEST = 4;

    private final List<Word> words;
    private final Set<String> known;
    private final Predicate<String> exists;

    /// A word that may have been meant, with the set of its letters and its price for being rare.
    private record Word(String text, int letters, double rarity)
    {}

    Mender(Collection<String> verbs, Collection<String> vocabulary, Set<String> known, Predicate<String> exists)
    {
        List<Word> all = new ArrayList<>();
        vocabulary.stream().filter(word -> word.length() >= SHORTEST && word.indexOf(' ') < 0)
                .forEach(word -> all.add(new Word(word, letters(word), verbs.contains(word) ? 0 : 0.25)));
        words = List.copyOf(all);
        this.known = requireNonNull(known, "known is null");
        this.exists = requireNonNull(exists, "exists is null");
    }

    /// Returns the tokens with mistyped words read as what was meant, and says so in `mended`.
    List<Token> mend(List<Token> tokens, List<Mending> mended)
    {
        List<Token> read = new ArrayList<>(tokens);
        read.replaceAll(token -> needsMending(token) ? meant(token.word()).map(word -> mending(token, word, mended)).orElse(token) : token);
        return read;
    }

    private static Token mending(Token token, String word, List<Mending> mended)
    {
        mended.add(new Mending(token.text(), word));
        return token.reading(word);
    }

    private boolean needsMending(Token token)
    {
        String word = token.word();
        return token.kind() == Token.Kind.WORD && word.length() >= 3 && word.length() <= 24 && !known.contains(word)
                && word.chars().allMatch(Character::isLetter) && !(known.contains(Stem.of(word)) && !DOUBLED_END.matcher(word).find())
                && !exists.test(word);
    }

    private Optional<String> meant(String typed)
    {
        Optional<String> single = undoubled(typed);
        if (single.isPresent() || typed.length() < SHORTEST) {
            return single.or(() -> Optional.ofNullable(shortSwap(typed)));
        }
        double limit = typed.length() <= 4 ? 1 : typed.length() <= 6 ? 1.5 : 2.1;
        int letters = letters(typed);
        String best = null;
        double cheapest = limit + 0.3;
        for (Word word : words) {
            if (Math.abs(word.text().length() - typed.length()) <= 2 && Integer.bitCount(letters ^ word.letters()) <= 4) {
                double cost = distance(typed, word.text(), limit) + word.rarity() + (typed.charAt(0) == word.text().charAt(0) ? 0 : 0.4);
                if (cost < cheapest) {
                    cheapest = cost;
                    best = word.text();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// Returns the known word of which one letter was typed twice.
    private Optional<String> undoubled(String typed)
    {
        for (int at = 1; at < typed.length(); at++) {
            String single = typed.substring(0, at) + typed.substring(at + 1);
            if (typed.charAt(at) == typed.charAt(at - 1) && known.contains(single)) {
                return Optional.of(single);
            }
        }
        return Optional.empty();
    }

    private static String shortSwap(String typed)
    {
        return switch (typed) {
            case "teh", "hte", "tje" -> "the";
            case "adn", "nad", "anf" -> "and";
            case "yuo" -> "you";
            case "nto" -> "not";
            case "fro" -> "for";
            case "whta" -> "what";
            case "hwo" -> "how";
            case "lsit", "lst" -> "list";
            case "shwo" -> "show";
            case "ned", "nedd" -> "need";
            case "wnt" -> "want";
            case "dsk" -> "disk";
            case "hlp" -> "help";
            case "gte", "gt" -> "get";
            case "nxi" -> "nix";
            case "opn" -> "open";
            case "sto" -> "stop";
            default -> null;
        };
    }

    private static double distance(String a, String b, double limit)
    {
        Rows rows = new Rows(b.length() + 1);
        for (int i = 1; i <= a.length(); i++) {
            rows.now[0] = i;
            double smallest = i;
            for (int j = 1; j <= b.length(); j++) {
                rows.now[j] = rows.step(a, b, i, j);
                smallest = Math.min(smallest, rows.now[j]);
            }
            if (smallest > limit + 1) {
                return Double.MAX_VALUE;
            }
            rows.turn();
        }
        return rows.last[b.length()] > limit ? Double.MAX_VALUE : rows.last[b.length()];
    }

    /// The last three rows of the table of distances between the beginnings of two words (Damerau–Levenshtein).
    private static final class Rows
    {
        private double[] before;
        private double[] last;
        private double[] now;

        Rows(int width)
        {
            before = new double[width];
            last = new double[width];
            now = new double[width];
            for (int j = 0; j < width; j++) {
                last[j] = j;
            }
        }

        /// Returns the least cost of making the first `i` letters of one word into the first `j` of the other.
        double step(String a, String b, int i, int j)
        {
            char typed = a.charAt(i - 1);
            char meant = b.charAt(j - 1);
            double doubled = (j > 1 && meant == b.charAt(j - 2)) || (i > 1 && typed == a.charAt(i - 2)) ? 0.6 : 1;
            double cheapest = Math.min(last[j] + doubled, now[j - 1] + doubled);
            cheapest = Math.min(cheapest, last[j - 1] + (typed == meant ? 0 : areNeighbours(typed, meant) ? 0.8 : 1));
            if (i > 1 && j > 1 && typed == b.charAt(j - 2) && a.charAt(i - 2) == meant) {
                cheapest = Math.min(cheapest, before[j - 2] + 0.7);
            }
            return cheapest;
        }

        void turn()
        {
            double[] free = before;
            before = last;
            last = now;
            now = free;
        }
    }

    private static boolean areNeighbours(char a, char b)
    {
        for (int row = 0; row < KEYBOARD.length; row++) {
            int at = KEYBOARD[row].indexOf(a);
            if (at >= 0) {
                return isNear(row, at, b) || isNear(row - 1, at, b) || isNear(row + 1, at, b);
            }
        }
        return false;
    }

    private static boolean isNear(int row, int at, char key)
    {
        int other = row < 0 || row == KEYBOARD.length ? -1 : KEYBOARD[row].indexOf(key);
        return other >= 0 && Math.abs(other - at) <= 1;
    }

    private static int letters(String word)
    {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << (word.charAt(i) & 31);
        }
        return letters;
    }
}
