package org.luminousnix.daemon.language;

import static java.util.Objects.requireNonNull;

/// One word, number, quotation or sign of a text.
///
/// @param kind what it is
/// @param text as it stands in the text, quotation marks left out
/// @param word what is compared: lower case, contractions undone, mended
/// @param start where it begins in the text
/// @param end where it ends in the text
record Token(Kind kind, String text, String word, int start, int end)
{
    enum Kind
    {
        WORD, NUMBER, QUOTED, PATH, OPTION, REFERENCE, SIGN
    }

    Token
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(text, "text is null");
        requireNonNull(word, "word is null");
    }

    Token reading(String mended)
    {
        return new Token(kind, text, mended, start, end);
    }

    boolean is(String other)
    {
        return word.equals(other);
    }

    boolean isSign()
    {
        return kind == Kind.SIGN;
    }
}
