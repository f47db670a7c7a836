package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.planning.Action;

/// Does one action to the machine.
public interface ActionRunner
{
    /// Does it, and returns what was done in a sentence.
    ///
    /// @throws StepFailure when it could not be done
    /// @throws java.util.concurrent.CancellationException when it was cancelled meanwhile
    String run(Action action, StepContext context);

    /// Takes an edit back where the files still hold what the edit wrote, and returns what was found and done.
    String restore(Action.EditConfiguration edit);
}
