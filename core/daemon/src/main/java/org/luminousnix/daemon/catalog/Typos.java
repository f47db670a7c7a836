package org.luminousnix.daemon.catalog;

import java.util.HashMap;
import java.util.Map;

/// How far a typed word is from a meant one.
final class Typos
{
    private static final String[] ROWS = {"1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final Map<Character, int[]> KEYS = keys();

    private final String typed;
    private final String meant;
    private final double neighbour;
    private final double swap;
    private final double[][] cost;

    private Typos(String typed, String meant, double neighbour, double swap)
    {
        this.typed = typed;
        this.meant = meant;
        this.neighbour = neighbour;
        this.swap = swap;
        this.cost = new double[typed.length() + 1][meant.length() + 1];
    }

    private static Map<Character, int[]> keys()
    {
        Map<Character, int[]> keys = new HashMap<>();
        for (int row = 0; row < ROWS.length; row++) {
            for (int column = 0; column < ROWS[row].length(); column++) {
                keys.put(ROWS[row].charAt(column), new int[] {row, column});
            }
        }
        return Map.copyOf(keys);
    }

    /// Returns the number of insertions, deletions, substitutions and swaps of neighbours between two words.
    static int distance(String typed, String meant)
    {
        return (int) Math.round(new Typos(typed, meant, 1, 1).total());
    }

    /// Returns the distance where a slip to a neighbouring key, a doubled letter and a swap count less than a whole edit, and a wrong
    /// first letter more.
    static double slips(String typed, String meant)
    {
        double first = !typed.isEmpty() && !meant.isEmpty() && typed.charAt(0) != meant.charAt(0) ? 0.4 : 0;
        return new Typos(typed, meant, 0.7, 0.6).total() + first;
    }

    private double total()
    {
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(i, j);
            }
        }
        return cost[typed.length()][meant.length()];
    }

    private double cheapest(int i, int j)
    {
        char a = typed.charAt(i - 1);
        char b = meant.charAt(j - 1);
        double best = cost[i - 1][j - 1] + (a == b ? 0 : areNeighbours(a, b) ? neighbour : 1);
        best = Math.min(best, cost[i - 1][j] + (i > 1 && typed.charAt(i - 2) == a ? neighbour : 1));
        best = Math.min(best, cost[i][j - 1] + (j > 1 && meant.charAt(j - 2) == b ? neighbour : 1));
        if (i > 1 && j > 1 && a == meant.charAt(j - 2) && typed.charAt(i - 2) == b) {
            best = Math.min(best, cost[i - 2][j - 2] + swap);
        }
        return best;
    }

    private static boolean areNeighbours(char a, char b)
    {
        int[] one = KEYS.get(a);
        int[] other = KEYS.get(b);
        return one != null && other != null && Math.abs(one[0] - other[0]) <= 1 && Math.abs(one[1] - other[1]) <= 1;
    }
}
