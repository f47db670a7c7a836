package org.luminousnix.nix.syntax;

import static java.util.Objects.requireNonNull;

/// Walks over the tokens that mean something, and reports what was expected where something else stands.
final class Cursor
{
    /// How deep a text may be nested; the deepest file of nixpkgs 24.05 needs 60, and a thread of 1 MiB must hold it twice.
    static final int DEEPEST = 256;

    private final String text;
    private final Tokens tokens;
    private final Errors errors;
    private int index;
    private int previousEnd;
    private int depth;
    private int lastFailure = -1;
    private TokenKind kind;

    Cursor(String text, Tokens tokens, Errors errors)
    {
        this.text = requireNonNull(text, "text is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.errors = requireNonNull(errors, "errors is null");
        skipTrivia();
    }

    TokenKind kind()
    {
        return kind;
    }

    boolean at(TokenKind wanted)
    {
        return kind == wanted;
    }

    /// Returns where the token under the cursor starts.
    int start()
    {
        return tokens.start(index);
    }

    /// Returns where the token under the cursor ends.
    int end()
    {
        return tokens.end(index);
    }

    /// Returns where the token before the cursor ends.
    int previousEnd()
    {
        return previousEnd;
    }

    /// Returns the whole text.
    String source()
    {
        return text;
    }

    String text(int start, int end)
    {
        return text.substring(start, end);
    }

    /// Returns the text of the token under the cursor.
    String word()
    {
        return tokens.text(index);
    }

    /// Returns the kind of the token `count` places further on, white space and comments aside.
    TokenKind peek(int count)
    {
        int place = index;
        for (int step = 0; step < count; step++) {
            place = following(place);
        }
        return tokens.kind(place);
    }

    /// Tells whether a line ends between the previous token and this one.
    boolean isOnNewLine()
    {
        for (int place = previousEnd; place < start(); place++) {
            if (text.charAt(place) == '\n') {
                return true;
            }
        }
        return false;
    }

    void advance()
    {
        if (kind != TokenKind.END) {
            previousEnd = end();
            index++;
            skipTrivia();
        }
    }

    /// Steps over the token if it is of the wanted kind; otherwise reports it and stays.
    boolean expect(TokenKind wanted, String context)
    {
        if (kind == wanted) {
            advance();
            return true;
        }
        fail(wanted.shown() + context);
        return false;
    }

    /// Reports that something else was expected here; once a place, so that one mistake gives one message.
    void fail(String expected)
    {
        if (lastFailure < index) {
            errors.add(start(), "expected " + expected + ", found " + found());
            lastFailure = index;
        }
    }

    /// Goes one level deeper; at the deepest it reports that, and gives the rest of the text up.
    boolean enter()
    {
        depth++;
        if (depth <= DEEPEST) {
            return true;
        }
        if (kind != TokenKind.END) {
            errors.add(start(), "nested more than " + DEEPEST + " levels deep, which is more than is read");
            index = tokens.size() - 1;
            previousEnd = start();
            kind = TokenKind.END;
            lastFailure = index;
        }
        return false;
    }

    void leave()
    {
        depth--;
    }

    private String found()
    {
        return switch (kind) {
            case IDENTIFIER, INTEGER, FLOAT, PATH, URI, SEARCH_PATH, UNKNOWN -> "'" + shortened(word()) + "'";
            default -> kind.shown();
        };
    }

    private static String shortened(String word)
    {
        return word.length() <= 40 ? word : word.substring(0, 37) + "...";
    }

    private int following(int place)
    {
        int next = Math.min(place + 1, tokens.size() - 1);
        while (tokens.kind(next).isTrivia()) {
            next++;
        }
        return next;
    }

    private void skipTrivia()
    {
        kind = tokens.kind(index);
        while (kind.isTrivia()) {
            index++;
            kind = tokens.kind(index);
        }
    }
}
