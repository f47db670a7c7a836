package org.luminousnix.daemon.memory;

import java.util.List;

/// How the memory was found at the start.
///
/// @param writable whether anything can be remembered
/// @param statements what a person should know: why it is only read, what was set aside, what was restored; empty when
/// all is well
public record Condition(boolean writable, List<String> statements)
{
    public Condition
    {
        statements = List.copyOf(statements);
    }

    /// Returns whether there is nothing to say.
    public boolean isGood()
    {
        return writable && statements.isEmpty();
    }
}
