package org.luminousnix.nix.eval;

import org.luminousnix.nix.json.Json;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// An option whose value a proposal changes.
///
/// @param option its path, as `networking`, `hostName`
/// @param before its value in the configuration as it is, or why it has none
/// @param after its value in the proposed one, or why it has none
public record OptionChange(List<String> option, Evaluation<Json> before, Evaluation<Json> after)
{
    public OptionChange
    {
        option = List.copyOf(option);
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }
}
