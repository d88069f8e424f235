package dev.synchronizer.value;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an item or a block holds, by property and language. Immutable; where nothing stands, there is no value.
 *
 * <p>Values are of the Java class that belongs to their data type: {@code Boolean}, {@code Integer}, {@code Long},
 * {@code Double}, {@code BigDecimal}, {@code String} (for the three texts and for constants), {@code LocalDate},
 * {@code LocalTime}, {@code LocalDateTime}, {@code Instant}, {@code UUID}, {@code URI}, {@code Locale},
 * {@code ContentReference}, {@link Block}, and {@code List} or {@code Set} of one of these.
 */
public final class Values {
    private static final Values NONE = new Values(new TreeMap<>());

    private final SortedMap<ValueKey, Object> values;

    private Values(SortedMap<ValueKey, Object> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    public static Values none() {
        return NONE;
    }

    public static Values of(Map<ValueKey, ?> values) {
        return values.isEmpty() ? NONE : new Values(new TreeMap<>(values));
    }

    /** The value of no language in particular. */
    public Optional<Object> get(String property) {
        return get(ValueKey.of(property));
    }

    public Optional<Object> get(String property, String language) {
        return get(new ValueKey(property, language));
    }

    public Optional<Object> get(ValueKey key) {
        return Optional.ofNullable(values.get(key));
    }

    /** These values with another one, of no language in particular; null takes it away. */
    public Values with(String property, @Nullable Object value) {
        return with(ValueKey.of(property), value);
    }

    /** These values with another one in a language; null takes it away. */
    public Values with(String property, String language, @Nullable Object value) {
        return with(new ValueKey(property, language), value);
    }

    public Values with(ValueKey key, @Nullable Object value) {
        TreeMap<ValueKey, Object> copy = new TreeMap<>(values);
        if (value == null) {
            copy.remove(key);
        } else {
            copy.put(key, value);
        }
        return of(copy);
    }

    /** These values without those of a property, in whatever language. */
    public Values without(String property) {
        TreeMap<ValueKey, Object> copy = new TreeMap<>(values);
        copy.keySet().removeIf(key -> key.property().equals(property));
        return of(copy);
    }

    /** The properties that have a value, sorted. */
    public SortedSet<String> properties() {
        SortedSet<String> properties = new TreeSet<>();
        values.keySet().forEach(key -> properties.add(key.property()));
        return properties;
    }

    /** The languages in which a property has a value, sorted; the empty one for a value of none in particular. */
    public SortedSet<String> languages(String property) {
        SortedSet<String> languages = new TreeSet<>();
        values.keySet().stream()
                .filter(key -> key.property().equals(property))
                .forEach(key -> languages.add(key.language()));
        return languages;
    }

    /** The places at which there is a value, sorted. */
    public Set<ValueKey> keys() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** In the order of property and language. */
    public void forEach(BiConsumer<ValueKey, Object> action) {
        values.forEach(action);
    }

    public Map<ValueKey, Object> asMap() {
        return values;
    }

    /** Whether these hold at a place what others hold there, or like those nothing. */
    public boolean isSameAt(ValueKey key, Values others) {
        return SameValues.are(values.get(key), others.values.get(key));
    }

    /** To the letter: addresses that differ in case alone are not equal here, as they are in Java. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Values others && SameValues.are(values, others.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
