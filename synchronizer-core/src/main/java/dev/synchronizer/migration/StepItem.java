package dev.synchronizer.migration;

import dev.synchronizer.value.Values;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item on which a migration step works. Values are of the classes that {@link Values} lists; those that are set have to
 * be of their property's data type, and are held against none of its rules.
 *
 * <p>Every method with a property throws an {@link IllegalArgumentException} if the item's type has none of that name.
 */
public interface StepItem {
    UUID id();

    String name();

    /** All of its values, also those of properties that code no longer declares. */
    Values values();

    /** The value of no language in particular. */
    Optional<Object> get(String property);

    Optional<Object> get(String property, String language);

    /** The languages in which it has a value, sorted; the empty one for a value of none in particular. */
    SortedSet<String> languages(String property);

    /** Sets the value of no language in particular; null takes it away. */
    void set(String property, @Nullable Object value);

    /**
     * Sets the value in a language; null takes it away.
     *
     * @throws dev.synchronizer.value.UnfitValueException if it is none of the property's data type
     */
    void set(String property, String language, @Nullable Object value);

    /** Takes away the values in all languages. */
    void clear(String property);
}
