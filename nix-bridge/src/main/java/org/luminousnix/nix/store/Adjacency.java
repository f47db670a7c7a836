package org.luminousnix.nix.store;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The edges of a directed graph whose nodes are numbered from 0, in three arrays.
final class Adjacency
{
    private final int[] begins;
    private final int[] ends;
    private final int[] targets;

    /// @param begins where the edges of each node begin in the targets
    /// @param ends where they end
    Adjacency(int[] begins, int[] ends, int[] targets)
    {
        this.begins = begins;
        this.ends = ends;
        this.targets = targets;
    }

    int begin(int node)
    {
        return begins[node];
    }

    int end(int node)
    {
        return ends[node];
    }

    int target(int edge)
    {
        return targets[edge];
    }

    IntStream targets(int node)
    {
        return Arrays.stream(targets, begins[node], ends[node]);
    }

    /// Returns the same edges the other way round.
    Adjacency reversed()
    {
        int count = begins.length;
        int[] reversedBegins = new int[count];
        int[] reversedEnds = incoming();
        for (int node = 1; node < count; node++) {
            reversedBegins[node] = reversedBegins[node - 1] + reversedEnds[node - 1];
        }
        System.arraycopy(reversedBegins, 0, reversedEnds, 0, count);
        int[] sources = new int[targets.length];
        for (int node = 0; node < count; node++) {
            for (int edge = begins[node]; edge < ends[node]; edge++) {
                int target = targets[edge];
                sources[reversedEnds[target]] = node;
                reversedEnds[target]++;
            }
        }
        return new Adjacency(reversedBegins, reversedEnds, sources);
    }

    private int[] incoming()
    {
        var incoming = new int[begins.length];
        for (int target : targets) {
            incoming[target]++;
        }
        return incoming;
    }
}
