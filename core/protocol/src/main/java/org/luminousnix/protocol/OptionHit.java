package org.luminousnix.protocol;

import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// An option that was found.
///
/// @param name the path of the option
/// @param type the type, in the words of NixOS
/// @param defaultValue the default as a Nix expression
/// @param description the description
/// @param source `nixos` or `home`
/// @param score how well it fits; higher is better
public record OptionHit(String name, String type, @WireName("default") Optional<String> defaultValue, String description, String source,
        double score)
{
    public OptionHit
    {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(defaultValue, "defaultValue is null");
        requireNonNull(description, "description is null");
        requireNonNull(source, "source is null");
    }
}
