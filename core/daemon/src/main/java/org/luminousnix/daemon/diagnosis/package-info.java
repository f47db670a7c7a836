/// What is wrong: messages of Nix and NixOS read, recognised and explained.
///
/// The entry point is [Diagnostician], which answers with a [Diagnosis]. What is known of messages is data, in `rules.yaml`; a message
/// that no rule knows is compared with the known examples, and stays unknown when it is like none of them.
package org.luminousnix.daemon.diagnosis;
