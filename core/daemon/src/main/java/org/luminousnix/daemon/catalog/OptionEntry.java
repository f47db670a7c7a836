package org.luminousnix.daemon.catalog;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One option, as its module declares it.
///
/// @param name the option path, with `<name>` where a person puts a name of their own
/// @param type the type in the module system's words, `boolean`
/// @param defaultText the default as a Nix expression or as the manual words it
/// @param example an example as a Nix expression
/// @param description Markdown, empty where the option has none
/// @param declarations the module files, relative to their source tree
public record OptionEntry(String name, String type, Optional<String> defaultText, Optional<String> example, String description,
        OptionSource source, List<String> declarations, boolean readOnly)
{
    public OptionEntry
    {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(defaultText, "defaultText is null");
        requireNonNull(example, "example is null");
        requireNonNull(description, "description is null");
        requireNonNull(source, "source is null");
        declarations = List.copyOf(declarations);
    }
}
