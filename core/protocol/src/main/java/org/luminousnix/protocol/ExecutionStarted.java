package org.luminousnix.protocol;

import static java.util.Objects.requireNonNull;

/// The answer of `plan.apply`.
///
/// @param execution the name of the execution that began
public record ExecutionStarted(String execution)
{
    public ExecutionStarted
    {
        requireNonNull(execution, "execution is null");
    }
}
