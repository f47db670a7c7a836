package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.luminousnix.daemon.catalog.Catalog;
import org.luminousnix.daemon.catalog.PackageEntry;

import static java.util.Objects.requireNonNull;

/// Turns what a program is called into the attribute that is meant.
final class PackageNames
{
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_+-]*(?:\\.[A-Za-z0-9_][A-Za-z0-9_+-]*)*");

    private static final int MOST_REMEMBERED = 5_000;

    /// What was looked up in one state of the catalogue.
    private record Remembered(String sources, Map<String, Optional<String>> attributes)
    {}

    private final Names names;
    private final Catalog catalog;
    private volatile Remembered remembered = new Remembered("", new ConcurrentHashMap<>());

    PackageNames(Names names, Catalog catalog)
    {
        this.names = requireNonNull(names, "names is null");
        this.catalog = requireNonNull(catalog, "catalog is null");
    }

    static boolean isAttribute(String word)
    {
        return word.length() <= 120 && GRAMMAR.matcher(word).matches();
    }

    /// Returns the attribute that a saying means: alias, exact attribute, program or name, in this order.
    Optional<String> attribute(String saying)
    {
        String sources = catalog.status().sources();
        if (!sources.equals(remembered.sources()) || remembered.attributes().size() > MOST_REMEMBERED) {
            remembered = new Remembered(sources, new ConcurrentHashMap<>());
        }
        return remembered.attributes().computeIfAbsent(saying, this::lookedUp);
    }

    private Optional<String> lookedUp(String saying)
    {
        Optional<String> alias = names.named(saying).stream().filter(name -> name.kind() == Name.Kind.PACKAGE).map(Name::value).findFirst();
        if (alias.isPresent()) {
            return Optional.of(existing(alias.get(), saying));
        }
        if (!isAttribute(saying)) {
            return Optional.empty();
        }
        return catalog.packageAt(saying).map(PackageEntry::attribute)
                .or(() -> catalog.packagesNamed(saying).stream().findFirst().map(PackageEntry::attribute));
    }

    /// Returns names near a mistyped one.
    List<String> near(String word)
    {
        return isAttribute(word) ? catalog.didYouMean(word, 4) : List.of();
    }

    /// Returns whether some package goes by a word.
    boolean exists(String word)
    {
        return isAttribute(word) && attribute(word).isPresent();
    }

    /// Returns the library's attribute in a package set, `python312Packages.numpy`.
    Optional<String> library(String set, String library)
    {
        return set.isEmpty() || !isAttribute(library) ? Optional.empty() : Optional.of(set + "." + library);
    }

    /// Returns the package that a description fits best.
    Optional<String> described(String description)
    {
        return catalog.searchPackages(description, 1).stream().findFirst().map(hit -> hit.entry().attribute());
    }

    private String existing(String attribute, String saying)
    {
        if (catalog.packageAt(attribute).isPresent() || catalog.status().packages() == 0) {
            return attribute;
        }
        String last = attribute.substring(attribute.lastIndexOf('.') + 1);
        return catalog.packageAt(last).or(() -> catalog.packagesNamed(last).stream().findFirst())
                .or(() -> catalog.packagesNamed(saying).stream().findFirst()).map(PackageEntry::attribute).orElse(attribute);
    }
}
