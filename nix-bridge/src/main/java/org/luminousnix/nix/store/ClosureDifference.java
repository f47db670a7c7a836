package org.luminousnix.nix.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import static java.util.Objects.requireNonNull;

/// How one closure differs from another, by package and version, as nvd and dix show it.
///
/// @param changes what differs, by package name; packages with the very same objects on both sides are left out
/// @param pathsBefore how many objects the first closure has
/// @param pathsAfter how many the second has
/// @param bytesBefore the NAR bytes of the first
/// @param bytesAfter the NAR bytes of the second
public record ClosureDifference(List<Change> changes, int pathsBefore, int pathsAfter, long bytesBefore, long bytesAfter)
{
    private static final Comparator<String> VERSIONS = new VersionOrder().thenComparing(Comparator.naturalOrder());

    public ClosureDifference
    {
        changes = List.copyOf(changes);
    }

    /// Compares two closures, given as their objects with NAR bytes.
    public static ClosureDifference between(Map<StorePath, Long> before, Map<StorePath, Long> after)
    {
        SortedMap<String, Sides> packages = new TreeMap<>();
        before.forEach((path, size) -> packages.computeIfAbsent(PackageName.of(path).name(), _ -> new Sides()).before.put(path, size));
        after.forEach((path, size) -> packages.computeIfAbsent(PackageName.of(path).name(), _ -> new Sides()).after.put(path, size));
        var changes = new ArrayList<Change>();
        packages.forEach((name, sides) -> {
            if (!sides.before.keySet().equals(sides.after.keySet())) {
                changes.add(sides.change(name));
            }
        });
        return new ClosureDifference(changes, before.size(), after.size(), sum(before), sum(after));
    }

    /// Compares two closures.
    public static ClosureDifference between(ClosureGraph before, ClosureGraph after)
    {
        return between(before.narSizes(), after.narSizes());
    }

    /// Returns by how many NAR bytes the second closure is larger.
    public long byteChange()
    {
        return bytesAfter - bytesBefore;
    }

    private static long sum(Map<StorePath, Long> sizes)
    {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What became of one package.
    ///
    /// @param versionsBefore its versions in the first closure, lowest first, each once; empty where none of it has a version
    /// @param versionsAfter its versions in the second closure
    /// @param byteChange by how many NAR bytes it grew
    public record Change(String name, Kind kind, List<String> versionsBefore, List<String> versionsAfter, long byteChange)
    {
        public Change
        {
            requireNonNull(name, "name is null");
            requireNonNull(kind, "kind is null");
            versionsBefore = List.copyOf(versionsBefore);
            versionsAfter = List.copyOf(versionsAfter);
        }
    }

    /// How a package changed.
    public enum Kind
    {
        ADDED,
        REMOVED,
        /// Its highest version is higher than before.
        UPGRADED,
        /// Its highest version is lower than before.
        DOWNGRADED,
        /// Other versions came or went below the highest, or it has more or fewer objects.
        CHANGED,
        /// The same versions, built in another way.
        REBUILT
    }

    private static final class Sides
    {
        private final Map<StorePath, Long> before = new TreeMap<>();
        private final Map<StorePath, Long> after = new TreeMap<>();

        Change change(String name)
        {
            SortedSet<String> old = versions(before);
            SortedSet<String> now = versions(after);
            return new Change(name, kind(old, now), List.copyOf(old), List.copyOf(now), sum(after) - sum(before));
        }

        private Kind kind(SortedSet<String> old, SortedSet<String> now)
        {
            if (before.isEmpty()) {
                return Kind.ADDED;
            }
            if (after.isEmpty()) {
                return Kind.REMOVED;
            }
            if (old.equals(now)) {
                return before.size() == after.size() ? Kind.REBUILT : Kind.CHANGED;
            }
            int order = old.isEmpty() || now.isEmpty() ? 0 : VERSIONS.compare(now.last(), old.last());
            if (order == 0) {
                return Kind.CHANGED;
            }
            return order > 0 ? Kind.UPGRADED : Kind.DOWNGRADED;
        }

        private static SortedSet<String> versions(Map<StorePath, Long> paths)
        {
            SortedSet<String> versions = new TreeSet<>(VERSIONS);
            paths.keySet().forEach(path -> versions.add(PackageName.of(path).version()));
            versions.remove("");
            return versions;
        }
    }
}
