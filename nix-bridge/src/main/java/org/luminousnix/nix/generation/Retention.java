package org.luminousnix.nix.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// Which generations are kept: the current, the active and the booted one always, and the newest ones.
///
/// @param newest how many of the newest are kept, at least 1
/// @param olderThan that only generations made before this moment are given up, if it is said
public record Retention(int newest, Optional<Instant> olderThan)
{
    public Retention
    {
        requireNonNull(olderThan, "olderThan is null");
        if (newest < 1) {
            throw nixException(INVALID_ARGUMENT, "at least one generation is kept, not %d", newest);
        }
    }

    /// Returns the retention of this many of the newest generations.
    public static Retention ofNewest(int newest)
    {
        return new Retention(newest, Optional.empty());
    }

    /// Returns the numbers that may be deleted under this rule, in ascending order.
    public List<Integer> expendable(List<Generation> generations)
    {
        Set<Integer> kept = kept(generations);
        return generations.stream().filter(generation -> !kept.contains(generation.number()))
                .filter(generation -> olderThan.isEmpty() || generation.date().isBefore(olderThan.get())).map(Generation::number).sorted()
                .toList();
    }

    /// Returns the numbers that this rule keeps whatever is asked.
    public Set<Integer> kept(List<Generation> generations)
    {
        Stream<Integer> inUse = generations.stream()
                .filter(generation -> generation.current() || generation.active() || generation.booted()).map(Generation::number);
        Stream<Integer> latest = generations.stream().map(Generation::number).sorted((one, other) -> Integer.compare(other, one))
                .limit(newest);
        return Stream.concat(inUse, latest).collect(Collectors.toUnmodifiableSet());
    }
}
