package dev.synchronizer.validate;

import java.util.List;

/** Enumerations as people write them. */
final class Wording {
    private static final int FEW = 3;
    private static final int SHOWN = 300;

    private Wording() {}

    /** Such as {@code a, b and c}. */
    static String all(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** Such as {@code a, b, c and 37 more}. */
    static String few(List<String> parts) {
        return parts.size() <= FEW + 1
                ? all(parts)
                : String.join(", ", parts.subList(0, FEW)) + " and " + (parts.size() - FEW) + " more";
    }

    /** A text as somebody wrote it, as far as a message can show it. */
    static String quote(String text) {
        return text.length() <= SHOWN ? '"' + text + '"' : '"' + text.substring(0, SHOWN) + "…\"";
    }
}
