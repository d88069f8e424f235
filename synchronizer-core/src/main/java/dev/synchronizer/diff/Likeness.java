package dev.synchronizer.diff;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How much two names resemble each other. */
public final class Likeness {
    private static final int WORTH_NAMING = 50;

    private Likeness() {}

    /** From 0, nothing in common, to 100, equal but for case: the share of characters that need no editing. */
    public static int of(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int longest = Math.max(a.length(), b.length());
        return longest == 0 ? 100 : 100 * (longest - edits(a, b)) / longest;
    }

    /** The names that resemble the given one, the likeliest first: of those alike, what begins as it does, and is as long. */
    public static List<String> nearest(String name, Collection<String> names, int most) {
        return names.stream()
                .filter(other -> of(name, other) >= WORTH_NAMING)
                .sorted(Comparator.<String>comparingInt(other -> -of(name, other))
                        .thenComparingInt(other -> -commonStart(name, other))
                        .thenComparingInt(other -> Math.abs(name.length() - other.length()))
                        .thenComparing(other -> other))
                .limit(most)
                .toList();
    }

    private static int commonStart(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int at = 0;
        while (at < shorter && Character.toLowerCase(one.charAt(at)) == Character.toLowerCase(other.charAt(at))) {
            at++;
        }
        return at;
    }

    /** How many characters are wrong, missing, too many, or exchanged with their neighbour. */
    private static int edits(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, i, b, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int fewest(int[][] edits, String a, int i, String b, int j) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
