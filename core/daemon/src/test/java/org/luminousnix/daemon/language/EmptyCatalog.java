package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.luminousnix.daemon.catalog.Catalog;
import org.luminousnix.daemon.catalog.CatalogStatus;
import org.luminousnix.daemon.catalog.Hit;
import org.luminousnix.daemon.catalog.OptionEntry;
import org.luminousnix.daemon.catalog.OptionSource;
import org.luminousnix.daemon.catalog.PackageEntry;

/// A catalogue of the named packages and nothing else.
record EmptyCatalog(Set<String> attributes) implements Catalog
{
    static Catalog of(String... attributes)
    {
        return new EmptyCatalog(Set.of(attributes));
    }

    @Override
    public List<Hit<PackageEntry>> searchPackages(String query, int limit)
    {
        return List.of();
    }

    @Override
    public List<Hit<OptionEntry>> searchOptions(String query, int limit, Optional<OptionSource> source)
    {
        return List.of();
    }

    @Override
    public Optional<PackageEntry> packageAt(String attribute)
    {
        return attributes.contains(attribute) ? Optional.of(entry(attribute)) : Optional.empty();
    }

    @Override
    public Optional<OptionEntry> option(String name)
    {
        return Optional.empty();
    }

    @Override
    public List<PackageEntry> packagesNamed(String word)
    {
        return packageAt(word).stream().toList();
    }

    @Override
    public List<PackageEntry> providers(String program)
    {
        return List.of();
    }

    @Override
    public List<String> didYouMean(String word, int limit)
    {
        return List.of();
    }

    @Override
    public CatalogStatus status()
    {
        return new CatalogStatus(attributes.size(), 0, 0, "fixed", Optional.empty(), false, Optional.empty());
    }

    private static PackageEntry entry(String attribute)
    {
        return new PackageEntry(attribute, attribute, "1", "", List.of(), false, false, false, List.of(), Optional.empty(), List.of());
    }
}
