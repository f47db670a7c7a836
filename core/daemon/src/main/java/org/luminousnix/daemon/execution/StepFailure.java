package org.luminousnix.daemon.execution;

import java.util.List;

/// A step did not do what it was to do. Nothing is said of what it left: that is looked at.
public final class StepFailure extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final List<String> log;

    /// Creates a failure with a message for the person and the last lines of the log; the log may be empty.
    public StepFailure(String message, List<String> log)
    {
        super(message);
        this.log = List.copyOf(log);
    }

    /// Returns the last lines of the log.
    public List<String> log()
    {
        return log;
    }
}
