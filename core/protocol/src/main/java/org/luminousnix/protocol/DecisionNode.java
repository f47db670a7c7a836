package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// A node of a decision: what was concluded, from what.
///
/// @param label the conclusion
/// @param detail what supports it
/// @param children what it was concluded from
public record DecisionNode(String label, Optional<String> detail, List<DecisionNode> children)
{
    public DecisionNode
    {
        requireNonNull(label, "label is null");
        requireNonNull(detail, "detail is null");
        children = List.copyOf(children);
    }
}
