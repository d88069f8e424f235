package dev.synchronizer.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Values for which a change leaves no place.
 *
 * @param values how many
 * @param items how many items hold them
 * @param first the first few, by item and language
 */
public record Misfits(long values, long items, List<Misfit> first) {
    /** How many are shown. */
    public static final int SHOWN = 3;

    public static final Misfits NONE = new Misfits(0, 0, List.of());

    public Misfits {
        first = List.copyOf(first);
    }

    /** The first few, for people: {@code "n/a" [de] in item "Home" (…)}. */
    @Override
    public String toString() {
        return first.stream().map(Misfit::toString).collect(Collectors.joining(", "));
    }

    /**
     * One of them.
     *
     * @param item the item that holds it
     * @param language its language; empty where it is of none in particular
     * @param value the value as far as it can be shown; a text without quotes
     * @param text whether it is a text, which is quoted for people
     */
    public record Misfit(UsedItem item, String language, String value, boolean text) {
        @Override
        public String toString() {
            return (text ? "\"" + value + "\"" : value) + (language.isEmpty() ? "" : " [" + language + "]")
                    + " in item " + item;
        }
    }
}
