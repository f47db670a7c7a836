package org.luminousnix.protocol;

import java.util.List;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// How a closure changes.
///
/// @param bytes the growth of its size in bytes, negative when it shrinks; empty where unknown before building
/// @param changes the packages that come, go or change version
public record ClosureDelta(OptionalLong bytes, List<Change> changes)
{
    public ClosureDelta
    {
        requireNonNull(bytes, "bytes is null");
        changes = List.copyOf(changes);
    }

    /// How one package changes; empty lists say that it was not there, or is not any more.
    ///
    /// @param name the name of the package
    /// @param before the versions before
    /// @param after the versions after
    /// @param bytes the growth in bytes, where known
    public record Change(String name, List<String> before, List<String> after, OptionalLong bytes)
    {
        public Change
        {
            requireNonNull(name, "name is null");
            before = List.copyOf(before);
            after = List.copyOf(after);
            requireNonNull(bytes, "bytes is null");
        }
    }
}
