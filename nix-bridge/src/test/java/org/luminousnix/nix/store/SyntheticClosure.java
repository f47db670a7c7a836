package org.luminousnix.nix.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// A closure of any size with the shape of a NixOS system: few objects that nearly all refer to, many that few do, and versions.
///
/// Objects come one by one, so that nothing but the graph under test holds them. Object 0 needs all others.
public final class SyntheticClosure
{
    private static final String ALPHABET = "0123456789abcdfghijklmnpqrsvwxyz";
    private static final int REFERENCES = 9;

    private final int size;

    /// Creates a closure of so many objects.
    public SyntheticClosure(int size)
    {
        this.size = size;
    }

    /// Returns the object of a number.
    public StorePath path(int number)
    {
        var random = new Random(number);
        var hash = new StringBuilder(32);
        for (int index = 0; index < 32; index++) {
            hash.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return new StorePath(hash.toString(), "package-" + Integer.toString(number, 36) + "-1." + number % 10 + "." + number % 7);
    }

    /// Returns what an object refers to: always the next one, so that all are needed, and some of those after it.
    public List<StorePath> references(int number)
    {
        var random = new Random(number * 31L + 7);
        var numbers = new TreeSet<Integer>();
        if (number + 1 < size) {
            numbers.add(number + 1);
            for (int count = 0; count < REFERENCES; count++) {
                int ahead = (int) Math.min(size - 1L, number + 1 + (long) (Math.pow(random.nextDouble(), 3) * (size - number)));
                numbers.add(random.nextInt(3) == 0 ? size - 1 - random.nextInt(Math.min(50, size - number - 1)) : ahead);
            }
        }
        var references = new ArrayList<StorePath>(numbers.size());
        numbers.forEach(reference -> references.add(path(reference)));
        return references;
    }

    /// Returns the graph of all objects, each of 1 000 bytes and its number.
    public ClosureGraph graph()
    {
        ClosureGraph.Builder builder = ClosureGraph.builder();
        for (int number = 0; number < size; number++) {
            builder.add(path(number), 1_000L + number, references(number));
        }
        return builder.build();
    }
}
