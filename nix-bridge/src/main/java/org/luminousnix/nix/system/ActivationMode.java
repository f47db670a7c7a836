package org.luminousnix.nix.system;

/// What is done with a system that was built.
public enum ActivationMode
{
    /// Runs now and at the next start.
    SWITCH("switch"),
    /// Runs at the next start.
    BOOT("boot"),
    /// Runs now, but not at the next start.
    TEST("test"),
    /// Says what would be stopped and started; changes nothing.
    DRY_ACTIVATE("dry-activate");

    private final String argument;

    ActivationMode(String argument)
    {
        this.argument = argument;
    }

    /// Returns the word that `switch-to-configuration` takes.
    public String argument()
    {
        return argument;
    }

    /// Returns whether the next start is with this system.
    public boolean setsProfile()
    {
        return this == SWITCH || this == BOOT;
    }
}
