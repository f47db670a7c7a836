package org.luminousnix.daemon.planning;

/// What systemctl does to the machine.
public enum PowerVerb
{
    REBOOT("reboot", "Restart the machine"),
    POWEROFF("poweroff", "Power the machine off"),
    SUSPEND("suspend", "Suspend the machine");

    private final String word;
    private final String title;

    PowerVerb(String word, String title)
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
