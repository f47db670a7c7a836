package org.luminousnix.daemon.language;

/// What the machine is to do with its power.
public enum PowerAction implements WireWord
{
    REBOOT, POWEROFF, SUSPEND
}
