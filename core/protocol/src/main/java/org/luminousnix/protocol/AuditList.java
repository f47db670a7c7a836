package org.luminousnix.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.util.Collections.unmodifiableMap;
import static java.util.Objects.requireNonNull;

/// The answer of `audit.list`.
///
/// @param entries what was done, oldest first
public record AuditList(List<Entry> entries)
{
    public AuditList
    {
        entries = List.copyOf(entries);
    }

    /// One entry of the audit log.
    ///
    /// @param number its place in the log, from 1
    /// @param at when it was written
    /// @param user the account
    /// @param event what happened, `plan.applied`
    /// @param data what it was about
    /// @param hash the hash over this entry and the one before
    public record Entry(long number, Instant at, String user, String event, Map<String, Json> data, String hash)
    {
        public Entry
        {
            requireNonNull(at, "at is null");
            requireNonNull(user, "user is null");
            requireNonNull(event, "event is null");
            data = unmodifiableMap(new LinkedHashMap<>(data));
            requireNonNull(hash, "hash is null");
        }
    }
}
