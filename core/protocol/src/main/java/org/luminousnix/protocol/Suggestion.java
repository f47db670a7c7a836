package org.luminousnix.protocol;

import static java.util.Objects.requireNonNull;

/// The parameters of the notification `suggestion`.
///
/// @param text what is suggested
/// @param request what to say to have it done
/// @param reason why it is suggested now
public record Suggestion(String text, String request, String reason)
{
    public Suggestion
    {
        requireNonNull(text, "text is null");
        requireNonNull(request, "request is null");
        requireNonNull(reason, "reason is null");
    }
}
