package org.luminousnix.protocol;

/// How deep an explanation goes.
public enum Level
{
    /// Plain words.
    SIMPLE,

    /// With the reasons.
    DETAILED,

    /// With matches, scores and rules.
    TECHNICAL
}
