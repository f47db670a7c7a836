package org.luminousnix.daemon.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// A map from 64-bit feature hashes to row numbers, by open addressing.
final class FeatureTable
{
    private final long[] keys;
    private final int[] rows;
    private final int mask;
    private int size;

    FeatureTable(int expected)
    {
        int capacity = Integer.highestOneBit(Math.max(16, expected) * 2) * 2;
        keys = new long[capacity];
        rows = new int[capacity];
        mask = capacity - 1;
    }

    /// Returns the row of a feature, a new one where it had none.
    int add(long feature)
    {
        int slot = slot(feature);
        if (keys[slot] == 0) {
            keys[slot] = feature;
            rows[slot] = size++;
        }
        return rows[slot];
    }

    /// Returns the row of a feature, or -1.
    int row(long feature)
    {
        int slot = slot(feature);
        return keys[slot] == 0 ? -1 : rows[slot];
    }

    /// Writes the features in the order of their rows.
    void write(DataOutputStream out) throws IOException
    {
        long[] byRow = new long[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                byRow[rows[slot]] = keys[slot];
            }
        }
        for (long feature : byRow) {
            out.writeLong(feature);
        }
    }

    static FeatureTable read(int size, DataInputStream in) throws IOException
    {
        FeatureTable table = new FeatureTable(size);
        for (int row = 0; row < size; row++) {
            table.add(in.readLong());
        }
        return table;
    }

    int size()
    {
        return size;
    }

    private int slot(long feature)
    {
        int slot = (int) (feature ^ feature >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != feature) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
