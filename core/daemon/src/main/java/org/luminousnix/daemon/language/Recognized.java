package org.luminousnix.daemon.language;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// An intent with how sure it is and why.
///
/// @param confidence the calibrated probability that the intent is meant, from 0 to 1
/// @param resolved whether every needed slot was said and every name in it exists
public record Recognized(Intent intent, double confidence, boolean resolved, List<Evidence> evidence)
{
    public Recognized
    {
        requireNonNull(intent, "intent is null");
        evidence = List.copyOf(evidence);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is not within 0 and 1: " + confidence);
        }
    }
}
