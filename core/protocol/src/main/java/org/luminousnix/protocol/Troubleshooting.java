package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `diagnosis.troubleshoot`.
///
/// @param findings what the probes found
/// @param cause the first cause, in words
/// @param actions what could be done
public record Troubleshooting(List<Finding> findings, Optional<String> cause, List<SuggestedAction> actions)
{
    public Troubleshooting
    {
        findings = List.copyOf(findings);
        requireNonNull(cause, "cause is null");
        actions = List.copyOf(actions);
    }
}
