package org.luminousnix.cli;

/// A sign that stands before a line, and the word that stands for it where signs are not seen or heard.
enum Mark
{
    UNDERSTOOD("›", ">", "Understood:", Ink.FAINT),
    DONE("✓", "+", "Done:", Ink.GOOD),
    FAILED("✗", "x", "Failed:", Ink.BAD),
    WARNING("!", "!", "Warning:", Ink.WARNING),
    NOTE("•", "*", "Note:", Ink.PLACE);

    private final String sign;
    private final String ascii;
    private final String word;
    private final Ink ink;

    Mark(String sign, String ascii, String word, Ink ink)
    {
        this.sign = sign;
        this.ascii = ascii;
        this.word = word;
        this.ink = ink;
    }

    Ink ink()
    {
        return ink;
    }

    String on(Terminal terminal)
    {
        if (terminal.plain()) {
            return word;
        }
        return terminal.unicode() ? sign : ascii;
    }
}
