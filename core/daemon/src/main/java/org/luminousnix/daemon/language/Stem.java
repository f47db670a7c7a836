package org.luminousnix.daemon.language;

/// Cuts the endings of English words, roughly: what matters is that forms of one verb fall together.
final class Stem
{
    private static final int SHORTEST = 3;

    private Stem()
    {}

    static String of(String word)
    {
        for (String ending : new String[] {"ing", "ies", "ed", "es", "s", "e"}) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST && !word.endsWith("ss")) {
                return undoubled(word.substring(0, word.length() - ending.length()));
            }
        }
        return undoubled(word);
    }

    private static String undoubled(String stem)
    {
        int last = stem.length() - 1;
        return last >= SHORTEST && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }
}
