package org.luminousnix.daemon.safety;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a sentence may not carry when something is to be changed by it.
public final class Speech
{
    /// A closed string, then another definition: text that would end a value and go on as code, were it pasted.
    private static final Pattern INJECTED = Pattern.compile("(\"|''|\\\\\")\\s*;\\s*[A-Za-z_][A-Za-z0-9_.'\"-]*\\s*=");

    private Speech()
    {}

    /// Returns why nothing is planned for a sentence; empty where nothing speaks against it.
    public static Optional<String> objection(String text)
    {
        return INJECTED.matcher(text).find()
                ? Optional.of(
                        "The sentence closes a value and goes on with Nix code. I take names and values, never code: say what you want without it, or edit the file yourself.")
                : Optional.empty();
    }
}
