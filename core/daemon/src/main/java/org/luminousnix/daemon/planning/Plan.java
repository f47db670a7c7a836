package org.luminousnix.daemon.planning;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/// A judged draft that one person may approve, once, until it expires.
///
/// @param id what clients call it by
/// @param owner the user who may see and approve it
/// @param request what the person had said
/// @param lab whether it is carried out in a lab
/// @param digest SHA-256 in hexadecimal over the canonical JSON of everything that would be done, where, and for whom
public record Plan(String id, String owner, String request, Draft draft, Verdict verdict, boolean lab, Instant expires, String digest)
{
    public Plan
    {
        requireNonNull(id, "id is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(request, "request is null");
        requireNonNull(draft, "draft is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(expires, "expires is null");
        requireNonNull(digest, "digest is null");
    }

    /// Returns whether it can no longer be approved.
    public boolean isExpired(Instant now)
    {
        return !now.isBefore(expires);
    }
}
