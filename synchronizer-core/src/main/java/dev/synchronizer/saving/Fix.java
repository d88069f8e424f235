package dev.synchronizer.saving;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a validator offers to do about a finding. Immutable.
 *
 * @param description what it does, in the imperative and without a full stop
 * @param values what is to stand at places of values; empty where there is to be nothing
 */
public record Fix(String description, SortedMap<ChangedPlace, Optional<Object>> values) {
    public Fix {
        values.keySet().forEach(Fix::requireValue);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    private static void requireValue(ChangedPlace place) {
        if (place.kind() != ChangedPlace.Kind.VALUE) {
            throw new IllegalArgumentException("a fix sets values, and " + place + " is none");
        }
    }

    /** A fix that does nothing yet. */
    public static Fix of(String description) {
        return new Fix(description, new TreeMap<>());
    }

    /** The same, setting a value of no language in particular too; null takes it away. */
    public Fix set(String property, @Nullable Object value) {
        return set(property, "", value);
    }

    /** The same, setting a value in a language too; null takes it away. */
    public Fix set(String property, String language, @Nullable Object value) {
        SortedMap<ChangedPlace, Optional<Object>> more = new TreeMap<>(values);
        more.put(ChangedPlace.value(property, language), Optional.ofNullable(value));
        return new Fix(description, more);
    }

    /** Such as {@code take the blanks away (title)}. */
    @Override
    public String toString() {
        return description
                + values.keySet().stream().map(ChangedPlace::toString).collect(Collectors.joining(", ", " (", ")"));
    }
}
