package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// Finds what tokens name and writes the symbols that recognition sees.
final class ReadingMaker
{
    private final Names names;
    private final Set<String> vocabulary;
    private final NameSource others;

    /// Names that no lexicon lists, such as the catalogue's.
    interface NameSource
    {
        List<Name> named(String word);
    }

    ReadingMaker(Names names, Set<String> vocabulary, NameSource others)
    {
        this.names = requireNonNull(names, "names is null");
        this.vocabulary = requireNonNull(vocabulary, "vocabulary is null");
        this.others = requireNonNull(others, "others is null");
    }

    Reading read(String text, List<Token> tokens)
    {
        List<Mention> mentions = new ArrayList<>(names.find(tokens));
        Map<Integer, Mention> byStart = new HashMap<>();
        mentions.forEach(mention -> byStart.put(mention.from(), mention));
        List<String> symbols = new ArrayList<>(tokens.size());
        for (int at = 0; at < tokens.size();) {
            Mention mention = byStart.get(at);
            if (mention == null && isUnknownWord(tokens.get(at))) {
                mention = unlisted(tokens.get(at), at);
                mentions.add(mention);
            }
            symbols.add(mention == null ? symbol(tokens.get(at)) : symbol(mention, tokens.get(at)));
            at = mention == null ? at + 1 : mention.to();
        }
        symbols.removeIf(String::isEmpty);
        mentions.sort(java.util.Comparator.comparingInt(Mention::from));
        return new Reading(text, tokens, mentions, symbols);
    }

    private boolean isUnknownWord(Token token)
    {
        return token.kind() == Token.Kind.WORD && token.word().length() > 1 && !vocabulary.contains(token.word())
                && !vocabulary.contains(Stem.of(token.word()));
    }

    private Mention unlisted(Token token, int at)
    {
        List<Name> found = others.named(token.word());
        return new Mention(at, at + 1, found.isEmpty() ? List.of(new Name(Name.Kind.UNKNOWN, token.text())) : found);
    }

    private static String symbol(Mention mention, Token first)
    {
        boolean pkg = mention.has(Name.Kind.PACKAGE);
        boolean service = mention.has(Name.Kind.SERVICE);
        if (mention.has(Name.Kind.STACK)) {
            return "<stack>";
        }
        if (pkg || service) {
            return pkg && service ? "<pkgsvc>" : pkg ? "<pkg>" : "<svc>";
        }
        return switch (mention.names().getFirst().kind()) {
            case GROUP -> "<group>";
            case CHANNEL -> "<channel>";
            case CONCEPT -> "<concept>";
            case LIBRARY -> "<lib>";
            case PLACE -> "<place>";
            default -> first.kind() == Token.Kind.WORD ? "<unk>" : symbol(first);
        };
    }

    private static String symbol(Token token)
    {
        return switch (token.kind()) {
            case WORD -> token.word();
            case NUMBER -> "<number>";
            case QUOTED -> "<quoted>";
            case PATH -> "<path>";
            case OPTION -> "<option>";
            case REFERENCE -> "<reference>";
            case SIGN -> token.text().equals("?") || token.text().equals("=") || token.text().equals(":") || token.text().equals("[")
                    ? token.text()
                    : "";
        };
    }
}
