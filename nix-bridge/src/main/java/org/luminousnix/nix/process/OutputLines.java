package org.luminousnix.nix.process;

/// Hears the lines of a running process, each without its line ending, from one thread per stream.
///
/// A line longer than 1 MiB is cut there. An exception ends the process and comes out of [Running#await].
@FunctionalInterface
public interface OutputLines
{
    /// Hears one line.
    void line(Stream stream, String line);

    /// Returns a listener that hears nothing.
    static OutputLines ignored()
    {
        return (_, _) -> {
        };
    }

    /// The two output streams of a process.
    enum Stream
    {
        /// Standard output.
        OUTPUT,
        /// Standard error.
        ERROR
    }
}
