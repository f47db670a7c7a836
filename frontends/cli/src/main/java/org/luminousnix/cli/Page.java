package org.luminousnix.cli;

import java.util.List;

import static java.util.Objects.requireNonNull;

/// Text laid out for one terminal, line by line. Every piece passes [Harmless] here, so what a page says is safe to print.
final class Page
{
    private static final int LABEL_WIDTH = 12;
    private static final int NARROW = 60;

    private final Terminal terminal;
    private final StringBuilder out = new StringBuilder();

    Page(Terminal terminal)
    {
        this.terminal = requireNonNull(terminal, "terminal is null");
    }

    Terminal terminal()
    {
        return terminal;
    }

    /// Adds one line as it is, however long: for what is copied from the screen, as commands and differences.
    Page line(Span... spans)
    {
        StringBuilder line = new StringBuilder();
        for (Span span : spans) {
            line.append(painted(span.ink(), safe(span.text())));
        }
        out.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    /// Adds an empty line, unless the page is empty or its last line is.
    Page blank()
    {
        if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
            out.append('\n');
        }
        return this;
    }

    /// Adds text of one or more lines, wrapped at words to the width left of `indent`.
    Page text(int indent, Ink ink, String text)
    {
        for (String line : wrapped(text, terminal.width() - indent)) {
            line(Span.of(" ".repeat(indent)), new Span(ink, line));
        }
        return this;
    }

    /// Adds text behind a mark; its further lines begin where the first one does.
    Page marked(Mark mark, Ink ink, String text)
    {
        String sign = mark.on(terminal) + " ";
        hanging(new Span(mark.ink(), sign), ink, text);
        return this;
    }

    /// Adds text behind a word of its own column, or below it where the terminal is narrow.
    Page labelled(String label, Ink ink, String text)
    {
        if (terminal.plain()) {
            hanging(Span.of(label + ": "), ink, text);
        }
        else if (terminal.width() < NARROW) {
            if (!label.isEmpty()) {
                line(Span.of("  "), new Span(Ink.FAINT, label));
            }
            text(4, ink, text);
        }
        else {
            hanging(new Span(Ink.FAINT, "  " + Columns.padded(label, LABEL_WIDTH)), ink, text);
        }
        return this;
    }

    /// Adds `first`, then `text` behind it, wrapped to a column of its own.
    void hanging(Span first, Ink ink, String text)
    {
        int indent = Columns.width(first.text());
        Span before = first;
        for (String line : wrapped(text, terminal.width() - indent)) {
            line(before, new Span(ink, line));
            before = Span.of(" ".repeat(indent));
        }
    }

    /// Returns the lines that `text` takes on this terminal within `width` columns, safe to print.
    List<String> wrapped(String text, int width)
    {
        return text.lines().flatMap(line -> Columns.wrapped(safe(line), width).stream()).toList();
    }

    /// Returns text as this terminal may be given it.
    String safe(String text)
    {
        String harmless = Harmless.line(text);
        return terminal.unicode() ? harmless : Ascii.of(harmless);
    }

    private String painted(Ink ink, String text)
    {
        return terminal.colour() ? ink.around(text) : text;
    }

    /// Returns the lines, each with its end.
    @Override
    public String toString()
    {
        return out.toString();
    }
}
