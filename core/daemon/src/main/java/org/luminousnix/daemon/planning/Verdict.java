package org.luminousnix.daemon.planning;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// What the safety gate says of a draft. No draft is born approved.
public sealed interface Verdict
{
    /// It may be done once the person agreed in the way that is asked for.
    record NeedsApproval(Approval approval) implements Verdict
    {
        public NeedsApproval
        {
            requireNonNull(approval, "approval is null");
        }
    }

    /// It is not done.
    ///
    /// @param reasons which rule, why, and what would be allowed; at least one
    record Refused(List<String> reasons) implements Verdict
    {
        public Refused
        {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }

    /// How a person agrees.
    sealed interface Approval
    {
        /// Yes or no.
        record YesOrNo() implements Approval
        {}

        /// By typing a word, since what is done cannot be taken back.
        record TypeWord(String word) implements Approval
        {
            public TypeWord
            {
                requireNonNull(word, "word is null");
            }
        }
    }
}
