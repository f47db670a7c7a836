package org.luminousnix.daemon.language;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads names of channels and releases.
final class Channels
{
    private static final Pattern FULL = Pattern.compile("(?:nixos|nixpkgs)-(?:unstable|\\d\\d\\.\\d\\d)(?:-small|-darwin|-aarch64)?");
    private static final Pattern RELEASE = Pattern.compile("(?<!\\d)(\\d\\d\\.(?:03|05|09|11))(?!\\d)");

    private Channels()
    {}

    /// Returns the channel that a text names: "unstable" is nixos-unstable, "25.05" is nixos-25.05.
    static Optional<String> named(String text)
    {
        Matcher full = FULL.matcher(text);
        if (full.find()) {
            return Optional.of(full.group());
        }
        Matcher release = RELEASE.matcher(text);
        if (release.find()) {
            return Optional.of("nixos-" + release.group(1));
        }
        if (text.matches("(?s).*\\b(?:off|leave|from|leaving) (?:the )?unstable.*")) {
            return Optional.of("stable");
        }
        if (text.matches("(?s).*\\b(?:unstable|rolling|bleeding edge|bleeding-edge|master)\\b.*")
                && !text.matches("(?s).*unstable to stable.*")) {
            return Optional.of("nixos-unstable");
        }
        return text.matches("(?s).*\\b(?:stable)\\b.*") ? Optional.of("stable") : Optional.empty();
    }
}
