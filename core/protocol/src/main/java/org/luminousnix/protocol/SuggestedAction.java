package org.luminousnix.protocol;

import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Something that could be done.
///
/// @param title what it does, in words
/// @param request what to say to have it done
/// @param command what a person would type
public record SuggestedAction(String title, Optional<String> request, Optional<String> command)
{
    public SuggestedAction
    {
        requireNonNull(title, "title is null");
        requireNonNull(request, "request is null");
        requireNonNull(command, "command is null");
    }
}
