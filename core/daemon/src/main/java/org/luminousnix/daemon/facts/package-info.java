/// Facts about this machine, each read live and each saying how it was measured. Nothing here changes anything, and what
/// cannot be read is said to be missing, never guessed.
package org.luminousnix.daemon.facts;
