package org.luminousnix.nix.syntax;

import static java.util.Objects.requireNonNull;

/// Why Nix would not take a text, and where.
///
/// @param offset the number of `char`s before the place
/// @param line the line, counted from 1; `\n`, `\r\n` and a lone `\r` end a line
/// @param column the column as Nix counts it: bytes of UTF-8 from 1
/// @param message what was expected and what was found
public record SyntaxError(int offset, int line, int column, String message)
{
    public SyntaxError
    {
        requireNonNull(message, "message is null");
    }

    /// Returns the error as one line that an editor can follow: `configuration.nix:12:3: expected ';' …`.
    public String describe(String file)
    {
        return "%s:%d:%d: %s".formatted(file, line, column, message);
    }
}
