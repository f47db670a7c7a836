package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `catalog.option`: everything known of one option.
///
/// @param name the path of the option
/// @param type the type, in the words of NixOS
/// @param defaultValue the default as a Nix expression
/// @param example an example as a Nix expression
/// @param description the description
/// @param declarations the files that declare it
/// @param readOnly whether it can be set
/// @param value the value that it has now, where that was looked up
/// @param source `nixos` or `home`
public record OptionDetail(String name, String type, @WireName("default") Optional<String> defaultValue, Optional<String> example,
        String description, List<String> declarations, boolean readOnly, Optional<String> value, String source)
{
    public OptionDetail
    {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(defaultValue, "defaultValue is null");
        requireNonNull(example, "example is null");
        requireNonNull(description, "description is null");
        declarations = List.copyOf(declarations);
        requireNonNull(value, "value is null");
        requireNonNull(source, "source is null");
    }
}
