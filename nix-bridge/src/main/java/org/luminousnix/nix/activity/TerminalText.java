package org.luminousnix.nix.activity;

import java.util.regex.Pattern;

/// Makes plain text of what was written for a terminal.
public final class TerminalText
{
    // ECMA-48: control sequences (CSI …), operating system commands (OSC … BEL or ST), and other two-character escapes.
    private static final Pattern ESCAPE = Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|[@-_])");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\x80-\\x9f]");

    private TerminalText()
    {}

    /// Returns the text without escape sequences and without control characters other than tab and line feed.
    public static String plain(String text)
    {
        if (text.chars().allMatch(character -> (character >= ' ' && character < '\u007f') || character == '\n' || character == '\t')) {
            return text;
        }
        return CONTROL.matcher(ESCAPE.matcher(text).replaceAll("")).replaceAll("");
    }
}
