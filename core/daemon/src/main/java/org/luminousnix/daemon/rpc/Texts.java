package org.luminousnix.daemon.rpc;

/// Texts from outside, made fit for messages.
final class Texts
{
    private static final int LONGEST = 60;

    private Texts()
    {}

    static String shortened(String text)
    {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
