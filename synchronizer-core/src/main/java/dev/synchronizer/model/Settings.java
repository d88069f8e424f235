package dev.synchronizer.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What code says of one type or property: only the settings that were said, in the order of {@link SettingKey}. */
public final class Settings {
    private static final Settings NONE = new Settings(new EnumMap<>(SettingKey.class));

    private final EnumMap<SettingKey, SettingValue> said;

    private Settings(EnumMap<SettingKey, SettingValue> said) {
        this.said = said;
    }

    public static Settings none() {
        return NONE;
    }

    /** Empty texts and lists count as unsaid (C8). */
    public static Settings of(Map<SettingKey, SettingValue> values) {
        EnumMap<SettingKey, SettingValue> said = new EnumMap<>(SettingKey.class);
        values.forEach((key, value) -> {
            if (!value.isEmpty()) {
                said.put(key, value);
            }
        });
        return said.isEmpty() ? NONE : new Settings(said);
    }

    /** These settings with one more, or with another value for it. */
    public Settings with(SettingKey key, SettingValue value) {
        EnumMap<SettingKey, SettingValue> copy = new EnumMap<>(said);
        copy.put(key, value);
        return of(copy);
    }

    public Settings without(SettingKey key) {
        EnumMap<SettingKey, SettingValue> copy = new EnumMap<>(said);
        copy.remove(key);
        return of(copy);
    }

    public boolean says(SettingKey key) {
        return said.containsKey(key);
    }

    public @Nullable SettingValue get(SettingKey key) {
        return said.get(key);
    }

    /** The flag that was said, or its built-in default. */
    public boolean flag(SettingKey key, SettingKey.Scope scope) {
        SettingValue value = said.get(key);
        return (value == null ? key.builtInDefault(scope).orElseThrow() : value) instanceof SettingValue.Flag flag
                && flag.value();
    }

    public Optional<String> text(SettingKey key) {
        return said.get(key) instanceof SettingValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    public Optional<BigDecimal> number(SettingKey key) {
        return said.get(key) instanceof SettingValue.Numeric number ? Optional.of(number.value()) : Optional.empty();
    }

    /** The texts that were said; empty where none were. */
    public List<String> texts(SettingKey key) {
        return said.get(key) instanceof SettingValue.Texts texts ? texts.values() : List.of();
    }

    public Map<SettingKey, SettingValue> asMap() {
        return Collections.unmodifiableMap(said);
    }

    public void forEach(BiConsumer<SettingKey, SettingValue> action) {
        said.forEach(action);
    }

    public boolean isEmpty() {
        return said.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && said.equals(settings.said);
    }

    @Override
    public int hashCode() {
        return said.hashCode();
    }

    @Override
    public String toString() {
        return said.toString();
    }
}
