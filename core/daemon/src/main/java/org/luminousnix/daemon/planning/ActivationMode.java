package org.luminousnix.daemon.planning;

/// How a built system becomes the running one (nixos-rebuild(8)).
public enum ActivationMode
{
    SWITCH("switch", "Switch to the new system"),
    BOOT("boot", "Make the new system the next one to boot"),
    TEST("test", "Activate the new system until the next boot"),
    DRY_ACTIVATE("dry-activate", "Ask what activating the new system would do");

    private final String word;
    private final String title;

    ActivationMode(String word, String title)
    {
        this.word = word;
        this.title = title;
    }

    /// Returns the word that nixos-rebuild and switch-to-configuration take.
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
