package org.luminousnix.daemon.planning;

/// What systemctl does to a unit.
public enum UnitVerb
{
    START("start", "Start"),
    STOP("stop", "Stop"),
    RESTART("restart", "Restart");

    private final String word;
    private final String title;

    UnitVerb(String word, String title)
    {
        this.word = word;
        this.title = title;
    }

    /// Returns the word that systemctl takes.
    public String word()
    {
        return word;
    }

    /// Returns what it does, for a person.
    public String title()
    {
        return title;
    }
}
