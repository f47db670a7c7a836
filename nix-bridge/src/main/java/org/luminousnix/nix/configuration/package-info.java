/// Edits of NixOS configurations on their syntax tree: fewest bytes change, everything else stays as it was written.
///
/// Two layers. The pure one, [org.luminousnix.nix.configuration.Configuration] with all it needs, takes and gives texts and never
/// touches a file. Above it [org.luminousnix.nix.configuration.ConfigurationFiles] alone reads the files that belong together and
/// writes what was changed.
///
/// An edit is a value of [org.luminousnix.nix.configuration.ConfigurationEdit]; what comes of it is an
/// [org.luminousnix.nix.configuration.EditResult]: changed files, nothing to do, or a refusal with a patch to apply by hand. What is added and then removed
/// leaves the bytes that were there before.
package org.luminousnix.nix.configuration;
