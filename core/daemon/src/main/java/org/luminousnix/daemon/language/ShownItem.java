package org.luminousnix.daemon.language;

import static java.util.Objects.requireNonNull;

/// Something that a reply listed, so that "the second one" means it.
///
/// @param kind `package`, `option`, `service`, `generation` or another word for what it is
/// @param name the attribute path, option path or name
public record ShownItem(String kind, String name)
{
    public ShownItem
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
    }
}
