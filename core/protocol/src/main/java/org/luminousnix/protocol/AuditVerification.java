package org.luminousnix.protocol;

import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// The answer of `audit.verify`.
///
/// @param intact whether nothing was changed, removed or reordered
/// @param entries how many entries were checked
/// @param broken the first entry that does not fit
/// @param text the same in words
public record AuditVerification(boolean intact, long entries, OptionalLong broken, String text)
{
    public AuditVerification
    {
        requireNonNull(broken, "broken is null");
        requireNonNull(text, "text is null");
    }
}
