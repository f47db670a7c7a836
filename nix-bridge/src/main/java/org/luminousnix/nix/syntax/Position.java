package org.luminousnix.nix.syntax;

/// A place in a text as people and Nix count it, both from 1; columns are bytes of UTF-8.
public record Position(int line, int column)
{
    /// Returns the position of the character at `offset` of `text`.
    public static Position of(String text, int offset)
    {
        int line = 1;
        int lineStart = 0;
        for (int index = 0; index < offset; index++) {
            char character = text.charAt(index);
            boolean half = character == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
            if (character == '\n' || (character == '\r' && !half)) {
                line++;
                lineStart = index + 1;
            }
        }
        return new Position(line, 1 + utf8Length(text, lineStart, offset));
    }

    private static int utf8Length(String text, int from, int to)
    {
        int bytes = 0;
        for (int index = from; index < to; index++) {
            char character = text.charAt(index);
            if (character < 0x80) {
                bytes++;
            }
            else if (character < 0x800 || Character.isSurrogate(character)) {
                bytes += 2;
            }
            else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
