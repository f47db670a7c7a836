package org.luminousnix.nix.testing;

import java.io.IOException;

/// Starts processes where nobody may, so that the rule against it can be seen to work. Never run.
public final class ProcessStartOffender
{
    private ProcessStartOffender()
    {}

    static Process viaBuilder() throws IOException
    {
        return new ProcessBuilder("true").start();
    }

    static Process viaRuntime() throws IOException
    {
        return Runtime.getRuntime().exec(new String[] {"true"});
    }
}
