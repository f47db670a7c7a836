package org.luminousnix.nix.store;

import static java.util.Objects.requireNonNull;

/// What keeps an object from being collected.
///
/// @param link the link that names it, or `{temp:PID}`, `{lsof}` and the like for what is in use; `{censored}` to the untrusted
/// @param target the object
public record Root(String link, StorePath target)
{
    public Root
    {
        requireNonNull(link, "link is null");
        requireNonNull(target, "target is null");
    }

    /// Returns whether the root is a link in the file system.
    public boolean isLink()
    {
        return link.startsWith("/");
    }
}
