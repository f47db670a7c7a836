package org.luminousnix.daemon.safety;

import static java.util.Objects.requireNonNull;

/// A plan may not be carried out as it was asked for; the message says why and what to do.
public final class ApprovalException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public ApprovalException(Reason reason, String message)
    {
        super(message);
        this.reason = requireNonNull(reason, "reason is null");
    }

    /// Returns the kind of refusal.
    public Reason reason()
    {
        return reason;
    }

    /// Why a plan is not carried out.
    public enum Reason
    {
        /// There is no such plan for this person: it was never made, or was used, cancelled or forgotten.
        UNKNOWN,
        /// Its time is over.
        EXPIRED,
        /// What was approved is not what would be done.
        DIGEST_DIFFERS,
        /// The safety gate had refused it.
        REFUSED
    }
}
