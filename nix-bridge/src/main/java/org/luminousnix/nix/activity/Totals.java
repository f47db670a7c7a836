package org.luminousnix.nix.activity;

/// How far the activities of one type are, in their own unit (derivations, paths or bytes).
///
/// @param done finished
/// @param expected all that is known to come, at least [#done]
/// @param running at work now
/// @param failed ended badly
public record Totals(long done, long expected, long running, long failed)
{
    /// Nothing known.
    public static final Totals NONE = new Totals(0, 0, 0, 0);

    Totals plus(Totals other)
    {
        return new Totals(done + other.done, expected + other.expected, running + other.running, failed + other.failed);
    }

    Totals atLeastExpecting(long number)
    {
        return new Totals(done, Math.max(Math.max(expected, number), done), running, failed);
    }
}
