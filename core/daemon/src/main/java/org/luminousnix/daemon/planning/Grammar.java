package org.luminousnix.daemon.planning;

import java.util.List;
import java.util.regex.Pattern;

/// What the arguments of actions may look like; everything else is refused before it becomes part of an action.
public final class Grammar
{
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z_][A-Za-z0-9_'+-]{0,99}(\\.[A-Za-z0-9_][A-Za-z0-9_'+-]{0,99}){0,9}");
    // systemd.unit(5): letters, digits and ":-_.\@"; a leading dash would read as a flag.
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9:_.\\\\@-]{0,254}");
    private static final Pattern CHANNEL = Pattern.compile("nixos-(unstable(-small)?|[0-9]{2}\\.[0-9]{2}(-small)?)|nixpkgs-unstable");
    private static final Pattern INPUT = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");

    private Grammar()
    {}

    /// Returns whether the text is a package's attribute path, such as `python3Packages.numpy`.
    public static boolean isAttribute(String text)
    {
        return ATTRIBUTE.matcher(text).matches();
    }

    /// Returns whether the text is the name of a systemd unit, with or without its ending.
    public static boolean isUnit(String text)
    {
        return UNIT.matcher(text).matches() && !text.contains("..");
    }

    /// Returns whether the text names an official channel.
    public static boolean isChannel(String text)
    {
        return CHANNEL.matcher(text).matches();
    }

    /// Returns whether the text is the name of a flake input.
    public static boolean isInput(String text)
    {
        return INPUT.matcher(text).matches();
    }

    static List<String> attributes(List<String> attributes)
    {
        check(!attributes.isEmpty(), "at least one package is named");
        attributes.forEach(attribute -> check(isAttribute(attribute), "not an attribute path: " + attribute));
        return List.copyOf(attributes);
    }

    static void check(boolean holds, String otherwise)
    {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
