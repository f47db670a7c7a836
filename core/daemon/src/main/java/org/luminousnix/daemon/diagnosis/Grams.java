package org.luminousnix.daemon.diagnosis;

import java.util.List;

/// Which runs of three letters a line has: tells in nanoseconds that a text cannot be in it.
final class Grams
{
    private static final int WORDS = 16;
    private static final int LENGTH = 3;

    private final long[] bits = new long[WORDS];

    private Grams()
    {}

    static Grams of(String text)
    {
        return of(List.of(text));
    }

    /// Returns the runs of several texts together.
    static Grams of(List<String> texts)
    {
        var grams = new Grams();
        for (String text : texts) {
            for (int i = 0; i + LENGTH <= text.length(); i++) {
                int hash = hash(text, i);
                grams.bits[hash >>> 6] |= 1L << hash;
            }
        }
        return grams;
    }

    private static int hash(String text, int at)
    {
        int mixed = (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
        return (mixed * 0x9E3779B1) >>> 22;
    }

    /// Tells whether everything of the other may be in this; never wrongly no.
    boolean mayContain(Grams other)
    {
        for (int i = 0; i < WORDS; i++) {
            if ((other.bits[i] & ~bits[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
