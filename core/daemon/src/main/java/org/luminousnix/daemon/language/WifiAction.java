package org.luminousnix.daemon.language;

/// What is to be done with wireless networks.
public enum WifiAction implements WireWord
{
    LIST, CONNECT
}
