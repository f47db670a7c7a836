package org.luminousnix.protocol;

/// What a person thinks of an answer.
public enum Rating
{
    /// It helped.
    GOOD,

    /// It did not.
    BAD
}
