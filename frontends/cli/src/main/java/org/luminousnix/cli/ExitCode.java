package org.luminousnix.cli;

/// How a run ended, as scripts see it.
enum ExitCode
{
    /// What was asked for is so, or was answered.
    DONE(0),
    /// It was tried and did not come about, or the daemon could not be reached.
    FAILED(1),
    /// The command line itself was wrong.
    USAGE(2),
    /// Nothing was done: refused by the daemon, declined by the person, or not confirmed because nobody could be asked.
    DECLINED(3),
    /// The sentence was not understood.
    NOT_UNDERSTOOD(4),
    /// Stopped with Ctrl-C, as shells report it.
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code)
    {
        this.code = code;
    }

    int code()
    {
        return code;
    }
}
