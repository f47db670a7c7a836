package org.luminousnix.daemon.explanation;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// A decision, explained.
///
/// @param confidence how sure the least sure part of the reading was, 0 to 1
/// @param alternatives what else it might have been, likeliest first
public record Explained(String text, double confidence, Reason tree, List<Alternative> alternatives)
{
    public Explained
    {
        requireNonNull(text, "text is null");
        requireNonNull(tree, "tree is null");
        alternatives = List.copyOf(alternatives);
    }

    /// Another reading of the same words.
    ///
    /// @param intent its name, `package.search`
    /// @param probability how likely it was, 0 to 1
    public record Alternative(String intent, double probability)
    {
        public Alternative
        {
            requireNonNull(intent, "intent is null");
        }
    }
}
