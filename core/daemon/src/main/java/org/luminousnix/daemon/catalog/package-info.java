/// What exists: packages, NixOS and home-manager options, and the programs that packages ship.
///
/// The entry point is [Catalog]; [LuceneCatalog] keeps it on disk, built once from the channel's own files
/// ([CatalogSources]) and reopened until these change. Nothing in here decides what is to be done with a hit.
package org.luminousnix.daemon.catalog;
