package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;

/// Writes the difference of two texts as `diff -u` and `git diff` do, with three lines of context, so that `patch` takes it.
public final class UnifiedDiff
{
    private static final int CONTEXT = 3;
    // The table of a comparison line by line is quadratic; larger differences are shown as one block.
    private static final long LARGEST_TABLE = 4_000_000;

    private UnifiedDiff()
    {}

    /// Returns the difference under the given file name; empty if the texts are equal.
    public static String of(String name, String before, String after)
    {
        if (before.equals(after)) {
            return "";
        }
        List<Line> lines = compare(lines(before), lines(after));
        String file = name.startsWith("/") ? name.substring(1) : name;
        StringBuilder diff = new StringBuilder("--- a/" + file + "\n+++ b/" + file + "\n");
        int from = 0;
        while ((from = nextChange(lines, from)) < lines.size()) {
            int end = endOfHunk(lines, from);
            hunk(lines, Math.max(0, from - CONTEXT), Math.min(lines.size(), end + CONTEXT), diff);
            from = end;
        }
        return diff.toString();
    }

    private static int nextChange(List<Line> lines, int from)
    {
        int index = from;
        while (index < lines.size() && lines.get(index).mark() == ' ') {
            index++;
        }
        return index;
    }

    private static int endOfHunk(List<Line> lines, int from)
    {
        int end = from;
        int index = from;
        while (index < lines.size() && index - end <= 2 * CONTEXT) {
            if (lines.get(index).mark() != ' ') {
                end = index + 1;
            }
            index++;
        }
        return end;
    }

    private static void hunk(List<Line> lines, int from, int to, StringBuilder diff)
    {
        List<Line> hunk = lines.subList(from, to);
        long before = hunk.stream().filter(line -> line.mark() != '+').count();
        long after = hunk.stream().filter(line -> line.mark() != '-').count();
        long beforeStart = lines.subList(0, from).stream().filter(line -> line.mark() != '+').count();
        long afterStart = lines.subList(0, from).stream().filter(line -> line.mark() != '-').count();
        diff.append("@@ -").append(range(beforeStart, before)).append(" +").append(range(afterStart, after)).append(" @@\n");
        for (Line line : hunk) {
            diff.append(line.mark()).append(line.text());
            if (!line.text().endsWith("\n")) {
                diff.append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static String range(long start, long count)
    {
        long first = count == 0 ? start : start + 1;
        return count == 1 ? String.valueOf(first) : first + "," + count;
    }

    private static List<String> lines(String text)
    {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) + 1;
            int stop = end == 0 ? text.length() : end;
            lines.add(text.substring(start, stop));
            start = stop;
        }
        return lines;
    }

    private static List<Line> compare(List<String> before, List<String> after)
    {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        before.subList(0, head).forEach(line -> lines.add(new Line(' ', line)));
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), lines);
        before.subList(before.size() - tail, before.size()).forEach(line -> lines.add(new Line(' ', line)));
        return lines;
    }

    private static void middle(List<String> before, List<String> after, List<Line> lines)
    {
        boolean compared = (long) before.size() * after.size() <= LARGEST_TABLE;
        int[][] common = compared ? table(before, after) : new int[0][0];
        int left = 0;
        int right = 0;
        while (left < before.size() || right < after.size()) {
            boolean same = compared && left < before.size() && right < after.size() && before.get(left).equals(after.get(right));
            if (same) {
                lines.add(new Line(' ', before.get(left++)));
                right++;
            }
            else if (left < before.size() && (right == after.size() || !compared || common[left + 1][right] >= common[left][right + 1])) {
                lines.add(new Line('-', before.get(left++)));
            }
            else {
                lines.add(new Line('+', after.get(right++)));
            }
        }
    }

    private static int[][] table(List<String> before, List<String> after)
    {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int left = before.size() - 1; left >= 0; left--) {
            for (int right = after.size() - 1; right >= 0; right--) {
                boolean same = before.get(left).equals(after.get(right));
                common[left][right] = same ? common[left + 1][right + 1] + 1 : Math.max(common[left + 1][right], common[left][right + 1]);
            }
        }
        return common;
    }

    private record Line(char mark, String text)
    {}
}
