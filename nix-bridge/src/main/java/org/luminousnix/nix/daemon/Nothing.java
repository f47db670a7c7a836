package org.luminousnix.nix.daemon;

/// What an operation asks with that needs no argument, and answers with that has nothing to say but that it is done.
public enum Nothing
{
    NOTHING
}
