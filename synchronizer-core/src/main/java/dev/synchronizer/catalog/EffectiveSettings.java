package dev.synchronizer.catalog;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The effective values of all settings of one type or property, and where each comes from (E2).
 *
 * <p>No value at all is null, which may be what an administrator saved. What identifies a type or property, its name or
 * data type among it, is not among its settings. Reading allocates nothing.
 */
public final class EffectiveSettings {
    /** Where an effective value comes from. */
    public enum Source {
        /** Nobody said anything, and the setting has a default of its own, be it none. */
        BUILT_IN,
        /** Code says it. */
        CODE,
        /** An administrator made the type or property so. */
        DEFINITION,
        /** An administrator saved it, over whatever is said elsewhere. */
        OVERRIDE
    }

    /** A bit for each setting that has a value; the values stand in the order of the settings, without gaps. */
    private final long valued;

    private final SettingValue[] values;
    private final long said;
    private final long overridden;
    private final Source saidBy;

    /**
     * Takes what was found of each setting.
     *
     * @param effective the values of the settings that have one
     * @param said the settings of which code, or who made it, says something
     * @param overridden the settings whose overrides apply
     */
    EffectiveSettings(
            EnumMap<SettingKey, SettingValue> effective,
            Set<SettingKey> said,
            Set<SettingKey> overridden,
            Source saidBy) {
        this.valued = bits(effective.keySet());
        this.values = effective.values().toArray(SettingValue[]::new);
        this.said = bits(said);
        this.overridden = bits(overridden);
        this.saidBy = saidBy;
    }

    private static long bits(Set<SettingKey> keys) {
        return keys.stream().mapToLong(EffectiveSettings::bit).reduce(0, (one, other) -> one | other);
    }

    /** The effective value; null where there is none. */
    public @Nullable SettingValue value(SettingKey key) {
        long bit = bit(key);
        return (valued & bit) == 0 ? null : values[Long.bitCount(valued & (bit - 1))];
    }

    /**
     * The flag's effective value; false where there is none.
     *
     * @throws IllegalArgumentException if the setting is no flag
     */
    public boolean flag(SettingKey key) {
        return value(require(key, SettingKey.Kind.FLAG)) instanceof SettingValue.Flag flag && flag.value();
    }

    /**
     * The text's effective value, which may be empty; null where there is none.
     *
     * @throws IllegalArgumentException if the setting is no text
     */
    public @Nullable String text(SettingKey key) {
        return value(require(key, SettingKey.Kind.TEXT)) instanceof SettingValue.Text text ? text.value() : null;
    }

    /**
     * The number's effective value; null where there is none.
     *
     * @throws IllegalArgumentException if the setting is no number
     */
    public @Nullable BigDecimal number(SettingKey key) {
        return value(require(key, SettingKey.Kind.NUMBER)) instanceof SettingValue.Numeric number
                ? number.value()
                : null;
    }

    /**
     * The effective texts of a list or a set; none where there is no value.
     *
     * @throws IllegalArgumentException if the setting is neither
     */
    public List<String> texts(SettingKey key) {
        if (key.kind() != SettingKey.Kind.LIST) {
            require(key, SettingKey.Kind.SET);
        }
        return value(key) instanceof SettingValue.Texts texts ? texts.values() : List.of();
    }

    /** Where the effective value comes from. */
    public Source source(SettingKey key) {
        long bit = bit(key);
        if ((overridden & bit) != 0) {
            return Source.OVERRIDE;
        }
        return (said & bit) == 0 ? Source.BUILT_IN : saidBy;
    }

    /** The settings that have a value, or are overridden to have none, in their order. */
    public List<SettingKey> keys() {
        return Arrays.stream(SettingKey.values())
                .filter(key -> ((valued | overridden) & bit(key)) != 0)
                .toList();
    }

    /** Positions are not kept beyond this process, and a map for each of a hundred thousand properties is large. */
    @SuppressWarnings("EnumOrdinal")
    private static long bit(SettingKey key) {
        return 1L << key.ordinal();
    }

    private static SettingKey require(SettingKey key, SettingKey.Kind kind) {
        if (key.kind() != kind) {
            throw new IllegalArgumentException(key.label() + " is a " + key.kind() + ", not a " + kind);
        }
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EffectiveSettings settings
                && valued == settings.valued
                && said == settings.said
                && overridden == settings.overridden
                && saidBy == settings.saidBy
                && Arrays.equals(values, settings.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Long.hashCode(valued ^ overridden);
    }

    @Override
    public String toString() {
        return keys().stream()
                .map(key -> key.label() + "=" + value(key) + " (" + source(key) + ")")
                .toList()
                .toString();
    }
}
