package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `explain.last` and `explain.decision`.
///
/// @param text the explanation
/// @param confidence how sure the decision was, 0 to 1
/// @param tree the decision itself
/// @param alternatives what was not chosen, nearest first
public record Explanation(String text, double confidence, DecisionNode tree, List<Alternative> alternatives)
{
    public Explanation
    {
        requireNonNull(text, "text is null");
        requireNonNull(tree, "tree is null");
        alternatives = List.copyOf(alternatives);
    }

    /// What was not chosen.
    ///
    /// @param text what it would have been
    /// @param confidence how sure it was, 0 to 1
    /// @param condition what would have led to it
    public record Alternative(String text, double confidence, Optional<String> condition)
    {
        public Alternative
        {
            requireNonNull(text, "text is null");
            requireNonNull(condition, "condition is null");
        }
    }
}
