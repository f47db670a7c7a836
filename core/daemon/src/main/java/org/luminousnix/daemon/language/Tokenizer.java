package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.luminousnix.daemon.language.Token.Kind;

/// Cuts a clean text into tokens: quotations, paths, references and option paths stay whole.
final class Tokenizer
{
    private static final Pattern TOKEN = Pattern
            .compile("""
                     (?<quoted>"[^"\\n]*"|`[^`\\n]+`|(?<![\\p{L}\\p{N}])'[^'\\n]{1,200}'(?![\\p{L}\\p{N}]))\
                     |(?<reference>(?:github|gitlab|path|git\\+https|https?|flake|sourcehut):[^\\s,;"']+|[\\w.-]+\\#[\\w.+-]+)\
                     |(?<path>(?:~|\\.{1,2})?/[^\\s,;"'?!]*|<[\\w./-]+>)\
                     |(?<option>[a-zA-Z][\\w'-]*(?:\\.(?:"[^"\\n]*"|<[\\w-]+>|[\\w'*-]+))+)\
                     |(?<number>\\d+(?:[.,:/-]\\d+)*(?:st|nd|rd|th)?(?![\\p{L}\\p{N}_]))\
                     |(?<word>[\\p{L}\\p{N}_@][\\p{L}\\p{M}\\p{N}_@]*(?:[+.'-]+[\\p{L}\\p{N}_]+)*(?:\\+\\+|\\+(?=\\s|$)|\\#(?=\\s|$))?)\
                     |(?<sign>\\S)""");

    private static final Map<String, List<String>> CONTRACTIONS = Map.ofEntries(
            Map.entry("gonna", List.of("going", "to")), Map.entry("wanna", List.of("want", "to")),
            Map.entry("gotta", List.of("have", "to")), Map.entry("gimme", List.of("give", "me")),
            Map.entry("lemme", List.of("let", "me")), Map.entry("cannot", List.of("can", "not")),
            Map.entry("can't", List.of("can", "not")), Map.entry("cant", List.of("can", "not")),
            Map.entry("won't", List.of("will", "not")), Map.entry("wont", List.of("will", "not")),
            Map.entry("shan't", List.of("shall", "not")), Map.entry("let's", List.of("let", "us")),
            Map.entry("dont", List.of("do", "not")), Map.entry("doesnt", List.of("does", "not")),
            Map.entry("didnt", List.of("did", "not")), Map.entry("isnt", List.of("is", "not")),
            Map.entry("wasnt", List.of("was", "not")), Map.entry("arent", List.of("are", "not")),
            Map.entry("havent", List.of("have", "not")), Map.entry("hasnt", List.of("has", "not")),
            Map.entry("shouldnt", List.of("should", "not")), Map.entry("couldnt", List.of("could", "not")),
            Map.entry("wouldnt", List.of("would", "not")), Map.entry("im", List.of("i", "am")),
            Map.entry("ive", List.of("i", "have")),
            Map.entry("whats", List.of("what", "is")), Map.entry("wheres", List.of("where", "is")),
            Map.entry("hows", List.of("how", "is")), Map.entry("whos", List.of("who", "is")),
            Map.entry("thats", List.of("that", "is")), Map.entry("theres", List.of("there", "is")),
            Map.entry("u", List.of("you")), Map.entry("ur", List.of("your")), Map.entry("pls", List.of("please")),
            Map.entry("plz", List.of("please")), Map.entry("thx", List.of("thanks")), Map.entry("pkg", List.of("package")),
            Map.entry("pkgs", List.of("packages")), Map.entry("config", List.of("configuration")),
            Map.entry("conf", List.of("configuration")), Map.entry("cfg", List.of("configuration")),
            Map.entry("gen", List.of("generation")), Map.entry("gens", List.of("generations")),
            Map.entry("opt", List.of("option")), Map.entry("opts", List.of("options")), Map.entry("svc", List.of("service")),
            Map.entry("repo", List.of("repository")), Map.entry("info", List.of("information")),
            Map.entry("infos", List.of("information")), Map.entry("prog", List.of("program")),
            Map.entry("ver", List.of("version")), Map.entry("env", List.of("environment")), Map.entry("wi-fi", List.of("wifi")));

    private static final Map<String, String> SUFFIXES = Map.of("'m", "am", "'re", "are", "'ve", "have", "'ll", "will", "'d", "would");

    private Tokenizer()
    {}

    static List<Token> tokens(String text)
    {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            add(matcher, tokens);
        }
        return tokens;
    }

    private static void add(Matcher matcher, List<Token> tokens)
    {
        String text = matcher.group();
        int start = matcher.start();
        int end = matcher.end();
        if (matcher.group("quoted") != null) {
            String inner = text.substring(1, text.length() - 1).strip();
            tokens.add(new Token(Kind.QUOTED, inner, inner.toLowerCase(Locale.ROOT), start, end));
        }
        else if (matcher.group("word") != null) {
            addWord(text, start, end, tokens);
        }
        else {
            tokens.add(new Token(kind(matcher, text), text, text.toLowerCase(Locale.ROOT), start, end));
        }
    }

    private static Kind kind(Matcher matcher, String text)
    {
        if (matcher.group("reference") != null) {
            return Kind.REFERENCE;
        }
        if (matcher.group("path") != null) {
            return Kind.PATH;
        }
        if (matcher.group("option") != null) {
            return OptionPath.isLikely(text) ? Kind.OPTION : Kind.WORD;
        }
        return matcher.group("number") == null ? Kind.SIGN : Kind.NUMBER;
    }

    private static void addWord(String text, int start, int end, List<Token> tokens)
    {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("'+", "'").replace("'tt", "'t");
        for (String part : parts(word)) {
            tokens.add(new Token(Kind.WORD, part.equals(word) ? text : part, part, start, end));
        }
    }

    private static List<String> parts(String word)
    {
        List<String> known = CONTRACTIONS.get(word);
        if (known != null) {
            return known;
        }
        if (word.indexOf('\'') < 0) {
            return List.of(word);
        }
        if (word.endsWith("n't")) {
            return List.of(word.substring(0, word.length() - 3), "not");
        }
        for (Map.Entry<String, String> suffix : SUFFIXES.entrySet()) {
            if (word.endsWith(suffix.getKey())) {
                return List.of(word.substring(0, word.length() - suffix.getKey().length()), suffix.getValue());
            }
        }
        return word.endsWith("'s") ? possessive(word.substring(0, word.length() - 2)) : List.of(word);
    }

    private static List<String> possessive(String owner)
    {
        return switch (owner) {
            case "it", "what", "that", "there", "where", "how", "who", "he", "she", "here" -> List.of(owner, "is");
            default -> List.of(owner, "'s");
        };
    }
}
