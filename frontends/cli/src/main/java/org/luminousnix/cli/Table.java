package org.luminousnix.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows in aligned columns that fit the terminal. The last column wraps; where too little is left for it, it goes below the others.
final class Table
{
    private static final int GAP = 2;
    private static final int LEAST_FOR_LAST = 24;

    private final List<List<Span>> rows = new ArrayList<>();

    /// Adds a row; every row of a table has the same number of cells, one at least.
    Table row(Span... cells)
    {
        rows.add(List.of(cells));
        return this;
    }

    void show(Page page, int indent)
    {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = widths(page);
        int before = indent;
        for (int i = 0; i < widths.length - 1; i++) {
            before += widths[i] + GAP;
        }
        int left = page.terminal().width() - before;
        for (List<Span> row : rows) {
            if (page.terminal().plain()) {
                inOneLine(page, row);
            }
            else if (left >= Math.min(LEAST_FOR_LAST, widths[widths.length - 1])) {
                inColumns(page, row, widths, indent);
            }
            else {
                stacked(page, row, indent);
            }
        }
    }

    private int[] widths(Page page)
    {
        int[] widths = new int[rows.getFirst().size()];
        for (List<Span> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Columns.width(page.safe(row.get(i).text())));
            }
        }
        return widths;
    }

    private static void inOneLine(Page page, List<Span> row)
    {
        List<String> cells = row.stream().map(cell -> cell.text().strip()).filter(cell -> !cell.isEmpty()).toList();
        page.text(0, Ink.PLAIN, String.join(", ", cells));
    }

    private static void inColumns(Page page, List<Span> row, int[] widths, int indent)
    {
        int last = row.size() - 1;
        List<Span> first = beginning(page, row, widths, indent);
        int used = first.stream().mapToInt(span -> Columns.width(span.text())).sum();
        List<String> lines = page.wrapped(row.get(last).text(), page.terminal().width() - used);
        List<Span> line = new ArrayList<>(first);
        line.add(new Span(row.get(last).ink(), lines.isEmpty() ? "" : lines.getFirst()));
        page.line(line.toArray(Span[]::new));
        for (String more : lines.stream().skip(1).toList()) {
            page.line(Span.of(" ".repeat(used)), new Span(row.get(last).ink(), more));
        }
    }

    private static List<Span> beginning(Page page, List<Span> row, int[] widths, int indent)
    {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.of(" ".repeat(indent)));
        for (int i = 0; i < row.size() - 1; i++) {
            spans.add(new Span(row.get(i).ink(), Columns.padded(page.safe(row.get(i).text()), widths[i] + GAP)));
        }
        return spans;
    }

    private static void stacked(Page page, List<Span> row, int indent)
    {
        List<String> heads = row.stream().limit(Math.max(1, row.size() - 1)).map(Span::text).filter(t -> !t.isBlank()).toList();
        Ink ink = row.size() > 1 ? row.get(row.size() - 2).ink() : row.getFirst().ink();
        page.text(indent, ink, String.join(" ", heads));
        if (row.size() > 1) {
            page.text(indent + 4, row.getLast().ink(), row.getLast().text());
        }
    }
}
