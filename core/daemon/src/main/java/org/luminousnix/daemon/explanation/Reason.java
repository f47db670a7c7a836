package org.luminousnix.daemon.explanation;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// A conclusion, what supports it, and what it was concluded from.
public record Reason(String label, Optional<String> detail, List<Reason> from)
{
    public Reason
    {
        requireNonNull(label, "label is null");
        requireNonNull(detail, "detail is null");
        from = List.copyOf(from);
    }

    static Reason leaf(String label, String detail)
    {
        return new Reason(label, Optional.of(detail), List.of());
    }
}
