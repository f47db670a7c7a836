package org.luminousnix.daemon.language;

import java.util.List;
import java.util.stream.Stream;

/// Takes greetings and courtesies off the ends of a request; a text that is nothing else stays as it is.
final class Politeness
{
    private static final List<List<String>> OPENINGS = phrases("please", "hi", "hello", "hey", "hey there", "hi there", "hello there",
            "ok so",
            "so", "well", "um", "uh", "uhm", "er", "could you", "can you", "would you", "will you", "could you please", "can you please",
            "would you please",
            "would you mind", "would you be so kind to", "would you be so kind as to", "be so kind and", "kindly", "i would like you to",
            "i want you to",
            "i need you to", "i would like to ask you to", "could i ask you to", "may i ask you to", "if you could", "if possible",
            "go ahead and",
            "dear computer", "computer", "hey computer", "ok computer", "hey nix", "ok nix", "dear assistant", "assistant", "good morning",
            "good evening",
            "good afternoon", "good day", "thanks", "thank you", "sorry", "excuse me", "sorry but", "just", "now", "ok", "okay", "alright",
            "right", "listen",
            "look", "man", "dude", "bro", "buddy", "friend", "my friend", "you please", "pretty please", "do me a favor and",
            "do me a favour and", "i beg you",
            "be a dear and", "quick question", "one question", "question", "i have a question", "i was wondering", "i wonder",
            "i am wondering",
            "do you know", "can you tell me", "could you tell me", "tell me please", "please tell me", "any chance you could",
            "is it possible to",
            "is it possible for you to", "is there a way to", "for me please", "actually", "also", "and", "then", "first", "finally",
            "next", "after that",
            "afterwards", "ah", "oh", "yo", "hm", "hmm", "great", "cool", "good", "fine", "nice", "perfect");
    private static final List<List<String>> CLOSINGS = phrases("please", "thanks", "thank you", "thanks a lot", "thank you very much",
            "many thanks",
            "cheers", "for me", "for me please", "if you can", "if you could", "if possible", "if you do not mind", "will you", "would you",
            "could you",
            "can you", "ok", "okay", "asap", "right now", "right away", "immediately", "now", "already", "for god 's sake",
            "for the love of god", "buddy",
            "mate", "man", "dude", "bro", "thanks in advance", "at once", "this instant", "real quick", "quickly", "sir", "my friend",
            "then", "kindly", "lol",
            "haha", "as soon as possible", "when you can", "when you have time", "i beg you", "pretty please",
            "if it is not too much trouble");
    private static final List<String> PRAISED = List.of("job", "work", "one", "answer", "stuff", "thing", "idea", "bot", "night", "morning",
            "day", "evening");
    private static final int MOST_WORDS = 9;

    private Politeness()
    {}

    /// Returns the tokens without what is only polite.
    static List<Token> without(List<Token> tokens)
    {
        List<Token> core = tokens;
        List<Token> before;
        do {
            before = core;
            core = shortened(core);
        } while (core.size() < before.size());
        return core;
    }

    private static List<Token> shortened(List<Token> tokens)
    {
        int from = isLoose(tokens.getFirst()) ? 1 : matched(tokens, OPENINGS, true);
        int until = tokens.size() - (isLoose(tokens.getLast()) ? 1 : matched(tokens, CLOSINGS, false));
        if (from < until && isMatter(tokens.subList(from, until))) {
            return tokens.subList(from, until);
        }
        if (from < tokens.size() && from > 0 && isMatter(tokens.subList(from, tokens.size()))) {
            return tokens.subList(from, tokens.size());
        }
        return until > 0 && until < tokens.size() && isMatter(tokens.subList(0, until)) ? tokens.subList(0, until) : tokens;
    }

    private static boolean isMatter(List<Token> tokens)
    {
        List<String> words = words(tokens);
        if (words.size() == 1 && PRAISED.contains(words.getFirst())) {
            return false;
        }
        return !words.isEmpty() && (tokens.size() > 2 || !(OPENINGS.contains(words) || CLOSINGS.contains(words)));
    }

    private static List<String> words(List<Token> tokens)
    {
        return tokens.stream().filter(token -> !token.isSign()).map(Token::word).toList();
    }

    private static boolean isLoose(Token token)
    {
        return token.isSign() && ",.!;:-".contains(token.text());
    }

    private static int matched(List<Token> tokens, List<List<String>> phrases, boolean atStart)
    {
        int longest = 0;
        for (List<String> phrase : phrases) {
            int size = phrase.size();
            if (size > longest && size < tokens.size()) {
                List<Token> part = atStart ? tokens.subList(0, size) : tokens.subList(tokens.size() - size, tokens.size());
                if (isSaid(part, phrase)) {
                    longest = size;
                }
            }
        }
        return longest;
    }

    private static boolean isSaid(List<Token> part, List<String> phrase)
    {
        for (int i = 0; i < phrase.size(); i++) {
            if (!part.get(i).is(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<List<String>> phrases(String... phrases)
    {
        return Stream.of(phrases).map(phrase -> List.of(phrase.split(" "))).filter(words -> words.size() <= MOST_WORDS).toList();
    }
}
