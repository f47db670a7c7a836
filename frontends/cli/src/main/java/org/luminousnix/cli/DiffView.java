package org.luminousnix.cli;

import org.luminousnix.protocol.FileEdit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows what changes in a file: as a unified diff in colour, or in words for those who listen.
final class DiffView
{
    /// Where a hunk begins, before and after, as the unified format of diff(1) writes it.
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");

    private DiffView()
    {}

    static void show(Page page, FileEdit edit)
    {
        if (page.terminal().plain()) {
            inWords(page, edit);
            return;
        }
        page.line(Span.of("  "), new Span(Ink.PLACE, edit.file()));
        edit.diff().lines().filter(line -> !isHeader(line)).forEach(line -> page.line(Span.of("  "), new Span(ink(line), line)));
    }

    private static boolean isHeader(String line)
    {
        return line.startsWith("--- ") || line.startsWith("+++ ");
    }

    private static Ink ink(String line)
    {
        if (line.startsWith("@@")) {
            return Ink.FAINT;
        }
        if (line.startsWith("+")) {
            return Ink.GOOD;
        }
        return line.startsWith("-") ? Ink.BAD : Ink.PLAIN;
    }

    private static void inWords(Page page, FileEdit edit)
    {
        page.line(Span.of("In " + edit.file() + ":"));
        int before = 0;
        int after = 0;
        boolean inHunk = false;
        for (String line : edit.diff().lines().toList()) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                before = Integer.parseInt(hunk.group(1));
                after = Integer.parseInt(hunk.group(2));
                inHunk = true;
            }
            else if (inHunk && line.startsWith("+")) {
                page.line(Span.of("line " + after++ + " is added: " + line.substring(1).strip()));
            }
            else if (inHunk && line.startsWith("-")) {
                page.line(Span.of("line " + before++ + " is removed: " + line.substring(1).strip()));
            }
            else if (inHunk && !line.startsWith("\\")) {
                before++;
                after++;
            }
        }
    }
}
