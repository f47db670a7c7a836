package org.luminousnix.daemon.language;

/// Understands what a person says, or asks. Is safe for use by many threads.
public interface Understander
{
    /// Reads a text in the light of what went before. Has no side effect.
    Understanding understand(String text, Dialogue context);
}
