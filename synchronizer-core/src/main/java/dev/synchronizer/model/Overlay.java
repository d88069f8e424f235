package dev.synchronizer.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which of several values of a setting holds: the override's, else the code's, else the built-in default (E2).
 *
 * <p>It is asked about one type or property, by its name and by what is said of it: by code, or by the administrator
 * who made it.
 */
public final class Overlay {
    private Overlay() {}

    /** What holds where nobody says anything: the built-in default, which for a display name is the name. */
    public static @Nullable SettingValue builtIn(SettingKey key, SettingKey.Scope scope, String name) {
        return key == SettingKey.DISPLAY_NAME
                ? SettingValue.of(name)
                : key.builtInDefault(scope).orElse(null);
    }

    /** What holds without an override; null where that is no value at all. */
    public static @Nullable SettingValue defaultOf(SettingKey key, SettingKey.Scope scope, String name, Settings said) {
        SettingValue value = said.get(key);
        return value == null ? builtIn(key, scope, name) : value;
    }

    /** Whether code forbids to override the setting (E4). */
    public static boolean isLocked(SettingKey key, Settings said) {
        return said.texts(SettingKey.LOCKED).stream().anyMatch(label -> label.equals("*") || label.equals(key.label()));
    }

    public static Standing standing(SettingOverride override, String name, Settings said) {
        SettingKey key = override.key();
        if (key == null || !isUsable(override, key)) {
            return Standing.UNKNOWN;
        }
        if (isLocked(key, said)) {
            return Standing.LOCKED;
        }
        SettingValue without = defaultOf(key, override.scope(), name, said);
        return isSame(override.value(), without) ? Standing.REDUNDANT : Standing.EFFECTIVE;
    }

    private static boolean isUsable(SettingOverride override, SettingKey key) {
        return key.isOverridable() && key.appliesTo(override.scope()) && fits(key, override.value());
    }

    /** Whether a value is of the setting's kind. No value at all fits where that may be the default, too. */
    public static boolean fits(SettingKey key, @Nullable SettingValue value) {
        return switch (key.kind()) {
            case FLAG -> value instanceof SettingValue.Flag;
            case NUMBER -> value instanceof SettingValue.Numeric;
            case TEXT -> value == null || value instanceof SettingValue.Text;
            case LIST, SET -> value == null || value instanceof SettingValue.Texts;
        };
    }

    /** Whether two values are the same to people: code cannot tell an empty text from none at all (C8). */
    public static boolean isSame(@Nullable SettingValue one, @Nullable SettingValue other) {
        return isNothing(one) ? isNothing(other) : Objects.equals(one, other);
    }

    private static boolean isNothing(@Nullable SettingValue value) {
        return value == null || value.isEmpty();
    }
}
