package org.luminousnix.nix.process;

import java.time.Duration;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// How much a child process may use.
///
/// @param timeout the longest that it may run
/// @param headBytes how many of the first bytes of each output stream are kept
/// @param tailBytes how many of the last bytes of each output stream are kept beyond these
/// @param addressSpace the most virtual memory of each process, in bytes (RLIMIT_AS)
public record Limits(Duration timeout, int headBytes, int tailBytes, OptionalLong addressSpace)
{
    public Limits
    {
        requireNonNull(timeout, "timeout is null");
        requireNonNull(addressSpace, "addressSpace is null");
        if (timeout.isNegative() || timeout.isZero() || headBytes < 0 || tailBytes < 0 || addressSpace.orElse(1) <= 0) {
            throw nixException(INVALID_ARGUMENT, "a limit is not positive: %s, %d, %d, %s", timeout, headBytes, tailBytes, addressSpace);
        }
    }

    /// Returns limits of time alone, with 1 MiB of head and 256 KiB of tail kept.
    public static Limits of(Duration timeout)
    {
        return new Limits(timeout, 1 << 20, 1 << 18, OptionalLong.empty());
    }

    /// Returns these limits with other numbers of bytes kept.
    public Limits keeping(int head, int tail)
    {
        return new Limits(timeout, head, tail, addressSpace);
    }

    /// Returns these limits with a limit of virtual memory.
    public Limits withAddressSpace(long bytes)
    {
        return new Limits(timeout, headBytes, tailBytes, OptionalLong.of(bytes));
    }
}
