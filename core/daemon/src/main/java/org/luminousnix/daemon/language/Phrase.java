package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import static org.luminousnix.daemon.language.LanguageError.INVALID_DATA;
import static org.luminousnix.daemon.language.LanguageException.languageException;

/// An example sentence with places: `(get|install) {package} [please]`.
///
/// `(a|b)` is one of several, `[a]` may be left out, `{name}` is a place to be filled; a backslash takes the next character as it is.
sealed interface Phrase
{
    /// Returns one wording, its choices made by chance and its places filled.
    String expand(RandomGenerator random, Fillers fillers);

    /// Returns how many wordings there are, places counted as a few.
    int wordings();

    /// Reads the notation.
    static Phrase parse(String notation)
    {
        Parser parser = new Parser(notation);
        Phrase phrase = parser.choice();
        if (parser.at < notation.length()) {
            throw languageException(INVALID_DATA, "unexpected '%s' in phrase: %s", notation.charAt(parser.at), notation);
        }
        return phrase;
    }

    /// Words as they stand.
    record Literal(String text) implements Phrase
    {
        @Override
        public String expand(RandomGenerator random, Fillers fillers)
        {
            return text;
        }

        @Override
        public int wordings()
        {
            return 1;
        }
    }

    /// A place to be filled.
    record Place(String name) implements Phrase
    {
        @Override
        public String expand(RandomGenerator random, Fillers fillers)
        {
            return fillers.fill(name, random);
        }

        @Override
        public int wordings()
        {
            return 4;
        }
    }

    /// One after the other.
    record Sequence(List<Phrase> parts) implements Phrase
    {
        @Override
        public String expand(RandomGenerator random, Fillers fillers)
        {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(part.expand(random, fillers)));
            return text.toString();
        }

        @Override
        public int wordings()
        {
            return parts.stream().mapToInt(Phrase::wordings).reduce(1, (a, b) -> Math.min(1_000, a * b));
        }
    }

    /// One of several.
    record Choice(List<Phrase> alternatives) implements Phrase
    {
        @Override
        public String expand(RandomGenerator random, Fillers fillers)
        {
            return alternatives.get(random.nextInt(alternatives.size())).expand(random, fillers);
        }

        @Override
        public int wordings()
        {
            return alternatives.stream().mapToInt(Phrase::wordings).sum();
        }
    }

    /// Recursive descent over the notation.
    final class Parser
    {
        private final String notation;
        private int at;

        private Parser(String notation)
        {
            this.notation = notation;
        }

        private Phrase choice()
        {
            List<Phrase> alternatives = new ArrayList<>(List.of(sequence()));
            while (at < notation.length() && notation.charAt(at) == '|') {
                at++;
                alternatives.add(sequence());
            }
            return alternatives.size() == 1 ? alternatives.getFirst() : new Choice(alternatives);
        }

        private Phrase sequence()
        {
            List<Phrase> parts = new ArrayList<>();
            while (at < notation.length() && "|)]".indexOf(notation.charAt(at)) < 0) {
                parts.add(part());
            }
            return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
        }

        private Phrase part()
        {
            return switch (notation.charAt(at)) {
                case '(' -> bracketed(')');
                case '[' -> new Choice(List.of(bracketed(']'), new Literal("")));
                case '{' -> place();
                default -> literal();
            };
        }

        private Phrase bracketed(char closing)
        {
            at++;
            Phrase inner = choice();
            if (at >= notation.length() || notation.charAt(at) != closing) {
                throw languageException(INVALID_DATA, "missing '%s' in phrase: %s", closing, notation);
            }
            at++;
            return inner;
        }

        private Phrase place()
        {
            int end = notation.indexOf('}', at);
            if (end < 0) {
                throw languageException(INVALID_DATA, "missing '}' in phrase: %s", notation);
            }
            String name = notation.substring(at + 1, end);
            at = end + 1;
            return new Place(name);
        }

        private Phrase literal()
        {
            StringBuilder text = new StringBuilder();
            while (at < notation.length() && "(|)[]{}".indexOf(notation.charAt(at)) < 0) {
                if (notation.charAt(at) == '\\' && at + 1 < notation.length()) {
                    at++;
                }
                text.append(notation.charAt(at++));
            }
            return new Literal(text.toString());
        }
    }
}
