package dev.synchronizer.saving;

import dev.synchronizer.model.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of the validators that hold items against the settings of their types, and whose severity can be configured. What
 * the database cannot hold, or has no place in a type, is found by none of them, and never saved.
 */
public final class BuiltInValidators {
    private static final List<String> VALUES = labels(
            SettingKey.REQUIRED,
            SettingKey.MIN_LENGTH,
            SettingKey.MAX_LENGTH,
            SettingKey.MIN_ITEMS,
            SettingKey.MAX_ITEMS,
            SettingKey.MIN,
            SettingKey.MAX,
            SettingKey.EXCLUSIVE_MIN,
            SettingKey.EXCLUSIVE_MAX,
            SettingKey.INTEGER_DIGITS,
            SettingKey.FRACTION_DIGITS,
            SettingKey.PATTERN,
            SettingKey.ALLOWED_VALUES,
            SettingKey.ALLOWED_TYPES);
    private static final List<String> PLACES = labels(SettingKey.ALLOWED_PARENTS, SettingKey.ALLOWED_CHILDREN);

    private BuiltInValidators() {}

    private static List<String> labels(SettingKey... keys) {
        return Stream.of(keys).map(SettingKey::label).toList();
    }

    /** All of them: first those of values, then those of places. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(VALUES);
        names.addAll(PLACES);
        return names;
    }

    static boolean contains(String name) {
        return areOfValues(name) || areOfPlaces(name);
    }

    static boolean areOfValues(String name) {
        return VALUES.contains(name);
    }

    static boolean areOfPlaces(String name) {
        return PLACES.contains(name);
    }
}
