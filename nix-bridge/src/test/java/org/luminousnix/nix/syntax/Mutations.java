package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static java.util.Objects.requireNonNull;

/// Breaks Nix texts the way that people do: a token lost, doubled, swapped or put in, a character changed.
public final class Mutations
{
    private static final List<String> PIECES = List.of("{", "}", "[", "]", "(", ")", ";", "=", ".", ",", ":", "@", "?", "\"", "''", "${",
            "$", "or", "let", "in", "rec", "with", "inherit", "if", "then",
            "else", "assert", "x", "config", "1", "1.5", "./x", "/", "<nixpkgs>", "http://x", "++", "//", "->", "==", "<", "!", "-", "+",
            "*", "&&", "||", "...", "#", "/*", "*/", "\\", "'", "|>", "~/a", "a-b'");

    private final Random random;

    public Mutations(Random random)
    {
        this.random = requireNonNull(random, "random is null");
    }

    public String mutate(String text)
    {
        String mutated = text;
        int times = 1 + random.nextInt(3);
        for (int time = 0; time < times; time++) {
            mutated = random.nextInt(4) == 0 ? changeCharacter(mutated) : changeToken(mutated);
        }
        return mutated;
    }

    private String changeCharacter(String text)
    {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        String before = text.substring(0, at);
        return random.nextBoolean() ? before + text.substring(at + 1) : before + (char) (' ' + random.nextInt(95)) + text.substring(at + 1);
    }

    private String changeToken(String text)
    {
        List<String> tokens = tokens(text);
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(4)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
            case 2 -> tokens.add(at, PIECES.get(random.nextInt(PIECES.size())));
            default -> tokens.add(random.nextInt(tokens.size()), tokens.remove(at));
        }
        return String.join("", tokens);
    }

    private static List<String> tokens(String text)
    {
        Tokens tokens = Lexer.lex(text, new Errors(text));
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < tokens.size(); index++) {
            texts.add(tokens.text(index));
        }
        return texts;
    }
}
