package org.luminousnix.daemon.app;

import java.util.regex.Pattern;

/// Makes text that came from outside harmless for terminals and for readers: it is shown, never obeyed.
final class Wording
{
    // C0 and C1 controls but the line feed, and the marks that reorder or hide text (Unicode Bidi, zero width).
    private static final Pattern HOSTILE = Pattern
            .compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");
    private static final int LONGEST = 64 << 10;

    private Wording()
    {}

    static String harmless(String text)
    {
        String plain = withoutLoneSurrogates(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        return HOSTILE.matcher(plain.replace('\t', ' ')).replaceAll("\ufffd");
    }

    private static String withoutLoneSurrogates(String text)
    {
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints().forEach(
                point -> sound.appendCodePoint(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point));
        return sound.toString();
    }
}
