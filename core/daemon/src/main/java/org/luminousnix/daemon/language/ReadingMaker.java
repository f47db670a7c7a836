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
    private static final Set<String> INTRODUCING = words(
            "install installing add get grab fetch remove uninstall delete drop purge try test run start stop restart enable disable of for about is have got with besides like "
                    + "called named package program app application command binary tool provides provide has need want use using and or & , the a an put give me without except not but editor browser game search find "
                    + "describe explain kick throw take ditch to in on off what's from both lose bin chuck status logs log reload my some");
    private static final Set<String> FOLLOWING = words(
            "installed is are and or & on onto off for to from in into out please now version versions temporarily without first again not can could should must may will "
                    + "has was isn't does as so that which instead too also away package program app command or but if when shell environment project service server up running because after before with project template flake");

    private final Names names;
    private final Set<String> vocabulary;
    private final NameSource others;
    private final Set<String> ordinary;

    /// Names that no lexicon lists, such as the catalogue's.
    interface NameSource
    {
        List<Name> named(String word);
    }

    ReadingMaker(Names names, Set<String> ordinary, Set<String> vocabulary, NameSource others)
    {
        this.names = requireNonNull(names, "names is null");
        this.ordinary = requireNonNull(ordinary, "ordinary is null");
        this.vocabulary = requireNonNull(vocabulary, "vocabulary is null");
        this.others = requireNonNull(others, "others is null");
    }

    Reading read(String text, List<Token> tokens)
    {
        List<Mention> mentions = new ArrayList<>(names.find(tokens));
        mentions.removeIf(mention -> isOrdinaryWord(mention, tokens));
        Map<Integer, Mention> byStart = new HashMap<>();
        mentions.forEach(mention -> byStart.put(mention.from(), mention));
        List<String> symbols = new ArrayList<>(tokens.size());
        for (int at = 0; at < tokens.size();) {
            Mention mention = byStart.get(at);
            if (mention == null && isUnknownWord(tokens.get(at))) {
                mention = unlisted(tokens.get(at), at);
                mentions.add(mention);
            }
            if (mention == null || !isNamed(mention)) {
                symbols.add(symbol(tokens.get(at++)));
            }
            else {
                symbols.add(symbol(mention, tokens.get(at)));
                at = mention.to();
            }
        }
        symbols.removeIf(String::isEmpty);
        mentions.sort(java.util.Comparator.comparingInt(Mention::from));
        return new Reading(text, tokens, mentions, symbols);
    }

    /// Words such as "make", "go" and "love" name a program only where a program would stand.
    private boolean isOrdinaryWord(Mention mention, List<Token> tokens)
    {
        Token token = tokens.get(mention.from());
        if (mention.to() - mention.from() > 1 || !ordinary.contains(token.word())) {
            return false;
        }
        boolean introduced = mention.from() == 0 || INTRODUCING.contains(tokens.get(mention.from() - 1).word());
        boolean closed = mention.to() == tokens.size() || tokens.get(mention.to()).isSign()
                || FOLLOWING.contains(tokens.get(mention.to()).word());
        return !(introduced && closed) || (mention.from() == 0 && mention.to() == tokens.size() && !mention.has(Name.Kind.CONCEPT));
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

    /// Notions and groups are said in plain words, which tell more than that they are notions.
    private static boolean isNamed(Mention mention)
    {
        return mention.names().stream().anyMatch(name -> name.kind() != Name.Kind.CONCEPT && name.kind() != Name.Kind.GROUP);
    }

    private static Set<String> words(String words)
    {
        return Set.copyOf(new java.util.HashSet<>(List.of(words.split(" "))));
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
            case CHANNEL -> "<channel>";
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
