package org.luminousnix.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/// Where a run writes, and where a person answers.
///
/// @param terminal what the output can show
/// @param out the output
/// @param err where errors go
/// @param in where answers come from
/// @param quiet whether pages are not written, because a document is
record Screen(Terminal terminal, PrintStream out, PrintStream err, BufferedReader in, boolean quiet)
{
    Screen
    {
        requireNonNull(terminal, "terminal is null");
        requireNonNull(out, "out is null");
        requireNonNull(err, "err is null");
        requireNonNull(in, "in is null");
    }

    static Screen of(Terminal terminal, InputStream in, PrintStream out, PrintStream err, boolean quiet)
    {
        return new Screen(terminal, out, err, new BufferedReader(new InputStreamReader(in, UTF_8)), quiet);
    }

    void show(Consumer<Page> content)
    {
        if (!quiet) {
            Page page = new Page(terminal);
            content.accept(page);
            out.print(page);
            out.flush();
        }
    }

    /// Says what went wrong, where errors go.
    void complain(String message)
    {
        if (!quiet) {
            err.print(new Page(terminal.withoutColour()).marked(Mark.FAILED, Ink.PLAIN, message));
            err.flush();
        }
    }

    /// Asks, and returns the answer without the space around it; nothing at the end of the input.
    Optional<String> ask(String question)
    {
        Page page = new Page(terminal).line(new Span(Ink.STRONG, question));
        out.print(page.toString().stripTrailing() + " ");
        out.flush();
        try {
            Optional<String> answer = Optional.ofNullable(in.readLine()).map(String::strip);
            if (answer.isEmpty()) {
                out.println();
            }
            return answer;
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
