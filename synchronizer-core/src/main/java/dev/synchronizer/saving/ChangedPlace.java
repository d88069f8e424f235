package dev.synchronizer.saving;

import dev.synchronizer.value.ValueKey;
import java.util.Comparator;

/**
 * Where something changes.
 *
 * @param kind what stands there
 * @param name the name of the property, the field or the setting
 * @param language the language of a value; empty where it is of none in particular
 */
public record ChangedPlace(Kind kind, String name, String language) implements Comparable<ChangedPlace> {
    private static final Comparator<ChangedPlace> ORDER = Comparator.comparing(ChangedPlace::kind)
            .thenComparing(ChangedPlace::name)
            .thenComparing(ChangedPlace::language);

    /** The field that holds an item's name. */
    public static final ChangedPlace NAME = new ChangedPlace(Kind.FIELD, "name", "");

    /** The field that holds the id of the item that an item stands below. */
    public static final ChangedPlace PARENT = new ChangedPlace(Kind.FIELD, "parent", "");

    /** The field that says how an item came into the recycle bin. */
    public static final ChangedPlace DELETED = new ChangedPlace(Kind.FIELD, "deleted", "");

    /** What can stand at a place. */
    public enum Kind {
        /** A field of the item itself. */
        FIELD,
        /** A value of a property. */
        VALUE,
        /** A setting of a type or property. */
        SETTING
    }

    public static ChangedPlace value(String property, String language) {
        return value(new ValueKey(property, language));
    }

    /** The place of a value. */
    public static ChangedPlace value(ValueKey key) {
        return new ChangedPlace(Kind.VALUE, key.property(), key.language());
    }

    /** The place of a setting. */
    public static ChangedPlace setting(String name) {
        return new ChangedPlace(Kind.SETTING, name, "");
    }

    @Override
    public int compareTo(ChangedPlace other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code teaser[de]}. */
    @Override
    public String toString() {
        return language.isEmpty() ? name : name + "[" + language + "]";
    }
}
