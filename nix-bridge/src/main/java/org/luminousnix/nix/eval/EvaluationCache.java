package org.luminousnix.nix.eval;

import org.luminousnix.nix.json.Json;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Remembers the values of evaluations by the content that they came from: at most so many, each for a short time.
///
/// The time bounds what the key cannot see, as a file elsewhere that `builtins.readFile` reads.
final class EvaluationCache
{
    private final int capacity;
    private final long lifetime;
    private final LongSupplier nanoTime;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    EvaluationCache(int capacity, Duration lifetime, LongSupplier nanoTime)
    {
        this.capacity = capacity;
        this.lifetime = lifetime.toNanos();
        this.nanoTime = nanoTime;
    }

    synchronized Optional<Evaluation.Value<Json>> find(String key)
    {
        Entry entry = entries.get(key);
        if (entry == null || nanoTime.getAsLong() - entry.made > lifetime) {
            entries.remove(key);
            return Optional.empty();
        }
        return Optional.of(entry.value);
    }

    synchronized void put(String key, Evaluation.Value<Json> value)
    {
        entries.put(key, new Entry(value, nanoTime.getAsLong()));
        if (entries.size() > capacity) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    private record Entry(Evaluation.Value<Json> value, long made)
    {}
}
