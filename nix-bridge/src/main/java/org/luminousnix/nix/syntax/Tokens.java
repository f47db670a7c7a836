package org.luminousnix.nix.syntax;

import java.util.Arrays;

import static java.util.Objects.checkIndex;
import static java.util.Objects.requireNonNull;

/// The tokens of a text, without gap from its first character to its last, then one [TokenKind#END].
///
/// Offsets count `char`s. Kinds and offsets lie in two arrays.
public final class Tokens
{
    private final String text;
    private TokenKind[] kinds;
    private int[] starts;
    private int size;

    Tokens(String text)
    {
        this.text = requireNonNull(text, "text is null");
        int expected = text.length() / 4 + 16;
        kinds = new TokenKind[expected];
        starts = new int[expected];
    }

    /// Returns the number of tokens, the one for the end included.
    public int size()
    {
        return size;
    }

    /// Returns the kind of the token at `index`.
    public TokenKind kind(int index)
    {
        return kinds[checkIndex(index, size)];
    }

    /// Returns the offset of the first character of the token at `index`.
    public int start(int index)
    {
        return starts[checkIndex(index, size)];
    }

    /// Returns the offset behind the last character of the token at `index`.
    public int end(int index)
    {
        return index + 1 < size ? starts[index + 1] : text.length();
    }

    /// Returns the characters of the token at `index`.
    public String text(int index)
    {
        return text.substring(start(index), end(index));
    }

    /// Returns the index of the token that holds the character at `offset`; for the text's length, that of the end.
    public int indexAt(int offset)
    {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        if (found < 0) {
            return -found - 2;
        }
        // A path's end has no characters, so that two tokens may start at one offset: the later one holds the character.
        while (found + 1 < size && starts[found + 1] == offset) {
            found++;
        }
        return found;
    }

    void add(TokenKind kind, int start)
    {
        if (size == starts.length) {
            int larger = size + (size >> 1) + 16;
            kinds = Arrays.copyOf(kinds, larger);
            starts = Arrays.copyOf(starts, larger);
        }
        kinds[size] = kind;
        starts[size] = start;
        size++;
    }
}
