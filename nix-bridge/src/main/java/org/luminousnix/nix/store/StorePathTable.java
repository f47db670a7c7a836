package org.luminousnix.nix.store;

import java.util.Arrays;
import java.util.OptionalInt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Numbers store paths from 0 in the order in which they come, in as little memory as their names take.
///
/// Open addressing over one byte array: a path is looked for by its hash part, which is evenly spread by nature.
final class StorePathTable
{
    private static final int FIRST_SLOTS = 1 << 10;
    private static final int FIRST_BYTES = 1 << 14;

    private byte[] names = new byte[FIRST_BYTES];
    private int[] ends = new int[FIRST_SLOTS];
    // A slot holds the number of a path plus one, and 0 where it is free.
    private int[] slots = new int[FIRST_SLOTS];
    private int size;

    int size()
    {
        return size;
    }

    StorePath path(int number)
    {
        int start = start(number);
        return StorePath.ofBaseName(new String(names, start, ends[number] - start, ISO_8859_1));
    }

    OptionalInt find(StorePath path)
    {
        byte[] name = path.baseName().getBytes(ISO_8859_1);
        int found = slots[slot(name)];
        return found == 0 ? OptionalInt.empty() : OptionalInt.of(found - 1);
    }

    /// Returns the number of a path, a new one if it has none.
    int numberOf(StorePath path)
    {
        byte[] name = path.baseName().getBytes(ISO_8859_1);
        int slot = slot(name);
        return slots[slot] == 0 ? added(name, slot) : slots[slot] - 1;
    }

    private int added(byte[] name, int slot)
    {
        int start = size == 0 ? 0 : ends[size - 1];
        int end = Math.addExact(start, name.length);
        if (end > names.length) {
            names = Arrays.copyOf(names, Math.max(end, names.length + (names.length >> 1)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
        }
        System.arraycopy(name, 0, names, start, name.length);
        ends[size] = end;
        size++;
        slots[slot] = size;
        if (size > slots.length / 2) {
            widen();
        }
        return size - 1;
    }

    private void widen()
    {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            int start = start(number);
            int slot = home(names, start);
            while (slots[slot] != 0) {
                slot = following(slot);
            }
            slots[slot] = number + 1;
        }
    }

    private int slot(byte[] name)
    {
        int slot = home(name, 0);
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, name)) {
            slot = following(slot);
        }
        return slot;
    }

    private boolean isAt(int number, byte[] name)
    {
        return Arrays.equals(names, start(number), ends[number], name, 0, name.length);
    }

    private int home(byte[] bytes, int start)
    {
        int hash = 1;
        for (int index = start; index < start + StorePath.HASH_PART_LENGTH; index++) {
            hash = 31 * hash + bytes[index];
        }
        return (hash ^ hash >>> 16) & (slots.length - 1);
    }

    private int following(int slot)
    {
        return (slot + 1) & (slots.length - 1);
    }

    private int start(int number)
    {
        return number == 0 ? 0 : ends[number - 1];
    }
}
