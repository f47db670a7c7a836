package org.luminousnix.nix.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order of versions that `builtins.compareVersions` has (Nix manual, "compareVersions"): components at dots, dashes and between
/// digits and others; `pre` comes first, then nothing, then words, then numbers.
public final class VersionOrder implements Comparator<String>
{
    private static final String BEFORE_RELEASE = "pre";

    @Override
    public int compare(String left, String right)
    {
        List<String> ours = components(left);
        List<String> theirs = components(right);
        for (int index = 0; index < Math.max(ours.size(), theirs.size()); index++) {
            int order = compareComponents(at(ours, index), at(theirs, index));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static String at(List<String> components, int index)
    {
        return index < components.size() ? components.get(index) : "";
    }

    private static int compareComponents(String left, String right)
    {
        if (left.equals(right)) {
            return 0;
        }
        if (isNumber(left) && isNumber(right)) {
            return compareNumbers(left, right);
        }
        int byRank = Integer.compare(rank(left), rank(right));
        return byRank != 0 ? byRank : left.compareTo(right);
    }

    // Both the empty component and words come before numbers; among each other they have the order of texts, the empty one first.
    private static int rank(String component)
    {
        if (component.equals(BEFORE_RELEASE)) {
            return 0;
        }
        return isNumber(component) ? 2 : 1;
    }

    private static int compareNumbers(String left, String right)
    {
        String ours = left.replaceFirst("^0+", "");
        String theirs = right.replaceFirst("^0+", "");
        int byLength = Integer.compare(ours.length(), theirs.length());
        return byLength != 0 ? byLength : ours.compareTo(theirs);
    }

    private static List<String> components(String version)
    {
        var components = new ArrayList<String>();
        int start = 0;
        while (start < version.length()) {
            int end = end(version, start);
            if (end > start) {
                components.add(version.substring(start, end));
            }
            start = end < version.length() && isSeparator(version.charAt(end)) ? end + 1 : end;
        }
        return components;
    }

    private static int end(String version, int start)
    {
        boolean digits = start < version.length() && isDigit(version.charAt(start));
        int end = start;
        while (end < version.length() && !isSeparator(version.charAt(end)) && isDigit(version.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean isNumber(String component)
    {
        return !component.isEmpty() && isDigit(component.charAt(0));
    }

    private static boolean isDigit(char character)
    {
        return character >= '0' && character <= '9';
    }

    private static boolean isSeparator(char character)
    {
        return character == '.' || character == '-';
    }
}
