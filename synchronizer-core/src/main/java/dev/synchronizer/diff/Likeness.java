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

    /** The names that resemble the given one, the likeliest first. */
    public static List<String> nearest(String name, Collection<String> names, int most) {
        return names.stream()
                .filter(other -> of(name, other) >= WORTH_NAMING)
                .sorted(Comparator.comparing((String other) -> -of(name, other)).thenComparing(other -> other))
                .limit(most)
                .toList();
    }

    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.min(replaced, 1 + Math.min(above[j - 1], above[j]));
            }
        }
        return above[b.length()];
    }
}
