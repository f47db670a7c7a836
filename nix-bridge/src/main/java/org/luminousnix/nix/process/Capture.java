package org.luminousnix.nix.process;

import java.util.Arrays;

/// Keeps the first and the last bytes of a stream in bounded memory. Confined to one thread until it is read.
final class Capture
{
    private final int headLimit;
    private final int tailLimit;
    private byte[] head = new byte[0];
    private int headLength;
    private byte[] ring = new byte[0];
    private long beyondHead;
    private long total;

    Capture(Limits limits)
    {
        this.headLimit = limits.headBytes();
        this.tailLimit = limits.tailBytes();
    }

    void add(byte[] bytes, int length)
    {
        total += length;
        int toHead = Math.min(length, headLimit - headLength);
        if (toHead > 0) {
            head = grown(head, headLength + toHead, headLimit);
            System.arraycopy(bytes, 0, head, headLength, toHead);
            headLength += toHead;
        }
        keepTail(bytes, Math.max(toHead, 0), length);
    }

    Captured captured()
    {
        return new Captured(Arrays.copyOf(head, headLength), tail(), total);
    }

    private void keepTail(byte[] bytes, int from, int to)
    {
        // Of more than the tail holds only the end counts, at the slots where it would have come to lie.
        int start = Math.max(from, to - tailLimit);
        beyondHead += start - from;
        for (int index = start; index < to;) {
            int slot = (int) (beyondHead % tailLimit);
            int length = Math.min(to - index, tailLimit - slot);
            ring = grown(ring, slot + length, tailLimit);
            System.arraycopy(bytes, index, ring, slot, length);
            beyondHead += length;
            index += length;
        }
    }

    private byte[] tail()
    {
        if (tailLimit == 0) {
            return new byte[0];
        }
        if (beyondHead <= tailLimit) {
            return Arrays.copyOf(ring, (int) beyondHead);
        }
        int start = (int) (beyondHead % tailLimit);
        var ordered = new byte[tailLimit];
        System.arraycopy(ring, start, ordered, 0, tailLimit - start);
        System.arraycopy(ring, 0, ordered, tailLimit - start, start);
        return ordered;
    }

    private static byte[] grown(byte[] bytes, int needed, int limit)
    {
        return needed <= bytes.length ? bytes : Arrays.copyOf(bytes, Math.min(limit, Math.max(needed, bytes.length * 2)));
    }
}
