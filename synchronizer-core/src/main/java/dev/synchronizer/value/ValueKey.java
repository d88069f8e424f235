package dev.synchronizer.value;

import java.util.Comparator;

/**
 * The place of one value in an item or a block.
 *
 * @param property the name of the property
 * @param language a language tag such as {@code de-CH}, in the one form that it has however it is written; empty where the
 *     value is of no language in particular. What is no tag stays as it is, and is refused when it is to be saved
 */
public record ValueKey(String property, String language) implements Comparable<ValueKey> {
    private static final Comparator<ValueKey> ORDER =
            Comparator.comparing(ValueKey::property).thenComparing(ValueKey::language);

    public ValueKey {
        language = Languages.canonicalOrSame(language);
    }

    /** The value of no language in particular. */
    public static ValueKey of(String property) {
        return new ValueKey(property, "");
    }

    @Override
    public int compareTo(ValueKey other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code teaser}, or {@code teaser[de]}. */
    @Override
    public String toString() {
        return language.isEmpty() ? property : property + "[" + language + "]";
    }
}
