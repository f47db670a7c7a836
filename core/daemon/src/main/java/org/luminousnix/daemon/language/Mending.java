package org.luminousnix.daemon.language;

import static java.util.Objects.requireNonNull;

/// A word that was read as another one.
public record Mending(String typed, String read)
{
    public Mending
    {
        requireNonNull(typed, "typed is null");
        requireNonNull(read, "read is null");
    }
}
