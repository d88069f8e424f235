package dev.synchronizer.value;

import java.util.Comparator;

/**
 * The place of a value in a block of a document.
 *
 * @param part the id of the property's row
 * @param language a language tag; empty where the value is of no language in particular
 */
record PartKey(long part, String language) implements Comparable<PartKey> {
    private static final Comparator<PartKey> ORDER =
            Comparator.comparingLong(PartKey::part).thenComparing(PartKey::language);

    static PartKey parse(String member) {
        int end = member.indexOf('@');
        return end < 0
                ? new PartKey(Long.parseLong(member), "")
                : new PartKey(Long.parseLong(member, 0, end, 10), member.substring(end + 1));
    }

    @Override
    public int compareTo(PartKey other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code 17}, or {@code 17@de}. */
    @Override
    public String toString() {
        return language.isEmpty() ? Long.toString(part) : part + "@" + language;
    }
}
