/// The thin command line client, `ask-nix`: what a person says goes to the daemon, what comes back is shown, one question is
/// asked, and the answer goes back. It knows no Nix and decides nothing; everything it says comes from the daemon.
///
/// A run starts in [org.luminousnix.cli.Main]. The way of one sentence is [org.luminousnix.cli.Conversation]; what is shown is laid
/// out as a [org.luminousnix.cli.Page], which is the one place where text from outside is made harmless; other processes are
/// started by [org.luminousnix.cli.Processes] alone.
package org.luminousnix.cli;
