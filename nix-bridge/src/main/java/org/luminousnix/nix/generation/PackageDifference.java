package org.luminousnix.nix.generation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import static java.util.Objects.requireNonNull;

/// What differs between two sets of store paths, by package.
///
/// @param changes by package name, in alphabetical order; a package whose versions are the same is listed as rebuilt
public record PackageDifference(List<Change> changes)
{
    public PackageDifference
    {
        changes = List.copyOf(changes);
    }

    /// Compares two sets of store paths.
    public static PackageDifference between(Collection<Path> before, Collection<Path> after)
    {
        Set<Path> both = Set.copyOf(before.stream().filter(Set.copyOf(after)::contains).toList());
        SortedMap<String, SortedSet<String>> old = versions(before, both);
        SortedMap<String, SortedSet<String>> young = versions(after, both);
        SortedSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        var changes = new ArrayList<Change>();
        for (String name : names) {
            changes.add(new Change(name, List.copyOf(old.getOrDefault(name, new TreeSet<>())), List.copyOf(young.getOrDefault(name, new TreeSet<>()))));
        }
        return new PackageDifference(changes);
    }

    private static SortedMap<String, SortedSet<String>> versions(Collection<Path> paths, Set<Path> ignored)
    {
        SortedMap<String, SortedSet<String>> versions = new TreeMap<>();
        for (Path path : paths) {
            if (!ignored.contains(path)) {
                var name = PackageName.of(path);
                versions.computeIfAbsent(name.name(), _ -> new TreeSet<>()).add(name.version());
            }
        }
        return versions;
    }

    /// How one package differs.
    ///
    /// @param name the package
    /// @param before its versions before, none if it is new; an empty text is a package without version
    /// @param after its versions after, none if it is gone
    public record Change(String name, List<String> before, List<String> after)
    {
        public Change
        {
            requireNonNull(name, "name is null");
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /// Returns what happened to the package.
        public Kind kind()
        {
            if (before.isEmpty()) {
                return Kind.ADDED;
            }
            if (after.isEmpty()) {
                return Kind.REMOVED;
            }
            return before.equals(after) ? Kind.REBUILT : Kind.CHANGED;
        }
    }

    /// What happens to a package.
    public enum Kind
    {
        /// It was not there before.
        ADDED,
        /// It is not there after.
        REMOVED,
        /// Its version differs.
        CHANGED,
        /// Its version is the same, what it was built from is not.
        REBUILT
    }
}
