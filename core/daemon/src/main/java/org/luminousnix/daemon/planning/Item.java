package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.language.ShownItem;

import static java.util.Objects.requireNonNull;

/// One thing that an answer lists.
///
/// @param kind `package`, `option`, `program`, `generation`, `service`, `fact` or `file`
/// @param name its attribute path, option path, number or name: what "the second one" stands for
/// @param title the line to show
/// @param detail the second line; may be empty
public record Item(String kind, String name, String title, String detail)
{
    public Item
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(title, "title is null");
        requireNonNull(detail, "detail is null");
    }

    /// Returns what the dialogue remembers of it.
    public ShownItem shown()
    {
        return new ShownItem(kind, name);
    }
}
