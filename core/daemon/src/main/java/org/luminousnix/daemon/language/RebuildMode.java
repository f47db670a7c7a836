package org.luminousnix.daemon.language;

/// How a built configuration is applied.
public enum RebuildMode implements WireWord
{
    SWITCH, BOOT, TEST, DRY_RUN, VM
}
