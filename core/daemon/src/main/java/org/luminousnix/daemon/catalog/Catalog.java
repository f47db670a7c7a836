package org.luminousnix.daemon.catalog;

import java.util.List;
import java.util.Optional;

/// What exists, to be searched and looked up. Safe for use by many threads; a refresh does not stop searches.
///
/// Every text given is data: it is never read as a query language.
public interface Catalog
{
    /// Searches packages by name, program, alias, need or description; best first.
    List<Hit<PackageEntry>> searchPackages(String query, int limit);

    /// Searches options by path, need or description, of one source or of all; best first.
    List<Hit<OptionEntry>> searchOptions(String query, int limit, Optional<OptionSource> source);

    /// Returns the package at exactly this attribute path.
    Optional<PackageEntry> packageAt(String attribute);

    /// Returns the option of this path; `users.users.alice.shell` finds `users.users.<name>.shell`.
    Optional<OptionEntry> option(String name);

    /// Returns the packages whose attribute, last attribute part, pname, main program or alias is this word,
    /// letter case aside; likeliest first.
    List<PackageEntry> packagesNamed(String word);

    /// Returns the packages that ship a command of this name; likeliest first.
    List<PackageEntry> providers(String program);

    /// Returns attribute and program names near a mistyped word; nearest and best known first.
    List<String> didYouMean(String word, int limit);

    /// Returns what the catalog holds now, and whether it is being renewed.
    CatalogStatus status();
}
