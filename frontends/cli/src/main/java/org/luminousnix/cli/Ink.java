package org.luminousnix.cli;

/// What a piece of text is to the reader; colours are chosen from the sixteen that every theme of a terminal sets itself, so that
/// light and dark ones both stay readable.
enum Ink
{
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    BAD("31"),
    WARNING("33"),
    PLACE("36"),
    TITLE("1;34");

    private final String code;

    Ink(String code)
    {
        this.code = code;
    }

    /// Returns `text` between this ink's escape sequences (ECMA-48 SGR).
    String around(String text)
    {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
