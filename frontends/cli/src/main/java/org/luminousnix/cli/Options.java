package org.luminousnix.cli;

import org.luminousnix.cli.Terminal.Wishes;

import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What the flags of a command line say.
///
/// @param yes whether a plan is approved without a question
/// @param dryRun whether nothing but showing is wanted
/// @param json whether one JSON document is written instead of text
/// @param confirm the phrase that approves a plan which wants one typed
/// @param socket the daemon's socket
/// @param output how text is to look
record Options(boolean yes, boolean dryRun, boolean json, Optional<String> confirm, Optional<String> socket, Wishes output)
{
    Options
    {
        requireNonNull(confirm, "confirm is null");
        requireNonNull(socket, "socket is null");
        requireNonNull(output, "output is null");
    }
}
