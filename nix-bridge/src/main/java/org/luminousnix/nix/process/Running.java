package org.luminousnix.nix.process;

/// A process that has been started.
public interface Running
{
    /// Waits until the process and everything that it started has ended.
    ///
    /// If the waiting thread is interrupted, the process is cancelled, waited for, and the thread's interrupt flag set again.
    Completed await();

    /// Ends the process with everything that it started: politely at first, by force after two seconds. Returns at once.
    void cancel();

    /// Returns the process id of the child, which is that of the sandbox where there is one.
    long pid();
}
