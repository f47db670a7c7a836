package org.luminousnix.nix.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixErrorCode.NO_SUCH_STORE_PATH;
import static org.luminousnix.nix.NixException.nixException;

/// Which objects refer to which, with their sizes: a closure, or several.
///
/// Kept in arrays of numbers, so that a hundred thousand objects with a million references take some tens of megabytes. That an
/// object may refer to itself is left out. Safe for use by several threads.
public final class ClosureGraph
{
    private static final int UNREACHED = -1;

    private final StorePathTable paths;
    private final long[] narSizes;
    private final Adjacency references;
    private final Adjacency referrers;

    private ClosureGraph(StorePathTable paths, long[] narSizes, Adjacency references)
    {
        this.paths = paths;
        this.narSizes = narSizes;
        this.references = references;
        this.referrers = references.reversed();
    }

    /// Returns a builder of an empty graph.
    public static Builder builder()
    {
        return new Builder();
    }

    /// Returns how many objects there are.
    public int size()
    {
        return paths.size();
    }

    /// Returns whether an object is one of them.
    public boolean contains(StorePath path)
    {
        return paths.find(path).isPresent();
    }

    /// Returns all objects, in the order in which they were first named.
    public List<StorePath> paths()
    {
        var all = new ArrayList<StorePath>(size());
        for (int number = 0; number < size(); number++) {
            all.add(paths.path(number));
        }
        return Collections.unmodifiableList(all);
    }

    /// Returns the bytes of all objects' NAR serialisations.
    public long narSize()
    {
        return Arrays.stream(narSizes).sum();
    }

    /// Returns the bytes of an object's NAR serialisation.
    ///
    /// @throws org.luminousnix.nix.NixException NO_SUCH_STORE_PATH if the graph does not have it
    public long narSize(StorePath path)
    {
        return narSizes[number(path)];
    }

    /// Returns all objects with the bytes of their NAR serialisations.
    public Map<StorePath, Long> narSizes()
    {
        var sizes = new HashMap<StorePath, Long>();
        for (int number = 0; number < size(); number++) {
            sizes.put(paths.path(number), narSizes[number]);
        }
        return Collections.unmodifiableMap(sizes);
    }

    /// Returns what an object refers to, itself left out.
    ///
    /// @throws org.luminousnix.nix.NixException NO_SUCH_STORE_PATH if the graph does not have it
    public List<StorePath> references(StorePath path)
    {
        return neighbours(references, path);
    }

    /// Returns what refers to an object within this graph, itself left out.
    ///
    /// @throws org.luminousnix.nix.NixException NO_SUCH_STORE_PATH if the graph does not have it
    public List<StorePath> referrers(StorePath path)
    {
        return neighbours(referrers, path);
    }

    /// Returns everything that an object needs, itself included.
    ///
    /// @throws org.luminousnix.nix.NixException NO_SUCH_STORE_PATH if the graph does not have it
    public List<StorePath> closure(StorePath path)
    {
        return reachable(path).stream().mapToObj(paths::path).toList();
    }

    /// Returns the bytes of everything that an object needs, itself included.
    ///
    /// @throws org.luminousnix.nix.NixException NO_SUCH_STORE_PATH if the graph does not have it
    public long closureSize(StorePath path)
    {
        return reachable(path).stream().mapToLong(number -> narSizes[number]).sum();
    }

    /// Returns why one object needs another: the shortest chains of references from the one to the other, both included.
    ///
    /// @param most how many chains to return at most
    /// @return no chain if the one does not need the other
    /// @throws org.luminousnix.nix.NixException NO_SUCH_STORE_PATH if the graph does not have one of them
    public List<List<StorePath>> shortestChains(StorePath from, StorePath to, int most)
    {
        int source = number(from);
        int[] distances = distances(source, number(to));
        if (distances[source] == UNREACHED || most <= 0) {
            return List.of();
        }
        var chain = new int[distances[source] + 1];
        var found = new ArrayList<List<StorePath>>();
        chain[0] = source;
        follow(chain, 0, distances, most, found);
        return List.copyOf(found);
    }

    // The distance to the target of everything that is at most as far from it as the source.
    private int[] distances(int source, int target)
    {
        var distances = new int[size()];
        Arrays.fill(distances, UNREACHED);
        var queue = new int[size()];
        queue[0] = target;
        distances[target] = 0;
        int tail = 1;
        for (int head = 0; head < tail && distances[source] == UNREACHED; head++) {
            int reached = queue[head];
            for (int edge = referrers.begin(reached); edge < referrers.end(reached); edge++) {
                int referrer = referrers.target(edge);
                if (distances[referrer] == UNREACHED) {
                    distances[referrer] = distances[reached] + 1;
                    queue[tail] = referrer;
                    tail++;
                }
            }
        }
        return distances;
    }

    // Recursion is as deep as the chain is long, which the breadth-first search made the shortest possible.
    private void follow(int[] chain, int depth, int[] distances, int most, List<List<StorePath>> found)
    {
        int number = chain[depth];
        if (distances[number] == 0) {
            found.add(Arrays.stream(chain).mapToObj(paths::path).toList());
            return;
        }
        for (int edge = references.begin(number); edge < references.end(number) && found.size() < most; edge++) {
            int reference = references.target(edge);
            if (distances[reference] == distances[number] - 1) {
                chain[depth + 1] = reference;
                follow(chain, depth + 1, distances, most, found);
            }
        }
    }

    private BitSet reachable(StorePath path)
    {
        int start = number(path);
        var reached = new BitSet(size());
        var queue = new int[size()];
        queue[0] = start;
        reached.set(start);
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            for (int edge = references.begin(queue[head]); edge < references.end(queue[head]); edge++) {
                int reference = references.target(edge);
                if (!reached.get(reference)) {
                    reached.set(reference);
                    queue[tail] = reference;
                    tail++;
                }
            }
        }
        return reached;
    }

    private List<StorePath> neighbours(Adjacency adjacency, StorePath path)
    {
        int number = number(path);
        return adjacency.targets(number).mapToObj(paths::path).toList();
    }

    private int number(StorePath path)
    {
        return paths.find(path).orElseThrow(() -> nixException(NO_SUCH_STORE_PATH, "%s is not in the closure", path));
    }

    /// Takes objects in any order. Confined to one thread.
    public static final class Builder
    {
        private static final int FIRST_OBJECTS = 1 << 10;
        private static final int FIRST_EDGES = 1 << 12;
        private static final int NOT_ADDED = -1;

        private final StorePathTable paths = new StorePathTable();
        private long[] narSizes = new long[FIRST_OBJECTS];
        private int[] begins = new int[FIRST_OBJECTS];
        private int[] ends = new int[FIRST_OBJECTS];
        private int[] targets = new int[FIRST_EDGES];
        private int edges;

        private Builder()
        {
            Arrays.fill(begins, NOT_ADDED);
        }

        /// Adds an object with what it refers to.
        public Builder add(StorePath path, long narSize, Collection<StorePath> references)
        {
            requireNonNull(references, "references is null");
            int number = number(path);
            if (begins[number] != NOT_ADDED) {
                throw nixException(INVALID_ARGUMENT, "%s is in the closure already", path);
            }
            int begin = edges;
            for (StorePath reference : references) {
                addEdge(number, number(reference));
            }
            begins[number] = begin;
            ends[number] = edges;
            narSizes[number] = narSize;
            return this;
        }

        /// Adds an object with what it refers to.
        public Builder add(PathInfo info)
        {
            return add(info.path(), info.narSize(), info.references());
        }

        /// Names an object that is to be added later; returns whether it was not known before.
        public boolean mention(StorePath path)
        {
            int known = paths.size();
            return number(path) == known;
        }

        /// Returns the graph.
        ///
        /// @throws org.luminousnix.nix.NixException NO_SUCH_STORE_PATH if something is referred to that was not added
        public ClosureGraph build()
        {
            for (int number = 0; number < paths.size(); number++) {
                if (begins[number] == NOT_ADDED) {
                    throw nixException(NO_SUCH_STORE_PATH, "%s is referred to, but not in the closure", paths.path(number));
                }
            }
            int count = paths.size();
            var references = new Adjacency(Arrays.copyOf(begins, count), Arrays.copyOf(ends, count), Arrays.copyOf(targets, edges));
            return new ClosureGraph(paths, Arrays.copyOf(narSizes, count), references);
        }

        private void addEdge(int from, int to)
        {
            if (from == to) {
                return;
            }
            if (edges == targets.length) {
                targets = Arrays.copyOf(targets, edges + (edges >> 1));
            }
            targets[edges] = to;
            edges++;
        }

        private int number(StorePath path)
        {
            int number = paths.numberOf(path);
            if (number == begins.length) {
                int room = number + (number >> 1);
                narSizes = Arrays.copyOf(narSizes, room);
                ends = Arrays.copyOf(ends, room);
                begins = Arrays.copyOf(begins, room);
                Arrays.fill(begins, number, room, NOT_ADDED);
            }
            return number;
        }
    }
}
