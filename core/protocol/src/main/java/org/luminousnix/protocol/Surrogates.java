package org.luminousnix.protocol;

/// Halves of surrogate pairs, which an escape can smuggle in and a careless cut can leave behind.
final class Surrogates
{
    private static final int REPLACEMENT = 0xFFFD;

    private Surrogates()
    {}

    /// Returns the text with U+FFFD in the place of halves, so that it can be written as UTF-8.
    static String withoutHalves(String text)
    {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text)
    {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> result.appendCodePoint(isHalf(point) ? REPLACEMENT : point));
        return result.toString();
    }

    private static boolean isHalf(int point)
    {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
