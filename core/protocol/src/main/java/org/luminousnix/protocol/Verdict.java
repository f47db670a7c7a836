package org.luminousnix.protocol;

/// What the safety gate says of a plan. There is no "approved": only a person approves.
public enum Verdict
{
    /// May be applied by whoever approves its digest.
    NEEDS_APPROVAL,

    /// May not be applied; the reasons say why.
    REFUSED
}
