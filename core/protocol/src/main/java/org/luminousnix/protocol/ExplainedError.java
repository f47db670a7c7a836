package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `diagnosis.explainError`.
///
/// @param kind the kind of error, `attribute-missing`; `unknown` where it was not recognised
/// @param cause what went wrong, in words
/// @param fix what to do
/// @param confidence how sure this is, 0 to 1
/// @param location the place in the own files of the person
/// @param evidence the lines of the message that tell
/// @param actions what could be done
public record ExplainedError(String kind, String cause, String fix, double confidence, Optional<SourceLocation> location,
        List<String> evidence, List<SuggestedAction> actions)
{
    public ExplainedError
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(cause, "cause is null");
        requireNonNull(fix, "fix is null");
        requireNonNull(location, "location is null");
        evidence = List.copyOf(evidence);
        actions = List.copyOf(actions);
    }
}
