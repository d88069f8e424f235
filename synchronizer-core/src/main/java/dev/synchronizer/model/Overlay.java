package dev.synchronizer.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which of several values of a setting holds: the override's, else the code's, else the built-in default (E2). */
public final class Overlay {
    private Overlay() {}

    /** What holds without an override; null where that is no value at all. */
    public static @Nullable SettingValue defaultOf(SettingKey key, SettingKey.Scope scope, Settings code) {
        SettingValue said = code.get(key);
        return said == null ? key.builtInDefault(scope).orElse(null) : said;
    }

    /** Whether code forbids to override the setting (E4). */
    public static boolean isLocked(SettingKey key, Settings code) {
        return code.texts(SettingKey.LOCKED).stream().anyMatch(label -> label.equals("*") || label.equals(key.label()));
    }

    /** Whether an override holds: code does not lock it, and this release can do something with it. */
    public static boolean applies(SettingOverride override, Settings code) {
        SettingKey key = override.key();
        return key != null && isUsable(override, key) && !isLocked(key, code);
    }

    /** Whether this release can do something with an override, be it that code locks it. */
    public static boolean isUsable(SettingOverride override, SettingKey key) {
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
