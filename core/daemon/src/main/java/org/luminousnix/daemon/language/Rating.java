package org.luminousnix.daemon.language;

/// A person's verdict on the assistant.
public enum Rating implements WireWord
{
    GOOD, BAD
}
