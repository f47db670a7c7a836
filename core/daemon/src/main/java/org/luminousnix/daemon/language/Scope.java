package org.luminousnix.daemon.language;

/// For whom software is installed.
public enum Scope implements WireWord
{
    SYSTEM, USER
}
