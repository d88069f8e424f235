package dev.synchronizer.model;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What code says of one type or property: only the settings that were said, in the order of {@link SettingKey}. */
public final class Settings {
    private static final Settings NONE = new Settings(List.of(), List.of());

    /** In the order of the keys. A handful of a hundred thousand properties' settings each: two short lists are small. */
    private final List<SettingKey> keys;

    private final List<SettingValue> values;

    private Settings(List<SettingKey> keys, List<SettingValue> values) {
        this.keys = keys;
        this.values = values;
    }

    public static Settings none() {
        return NONE;
    }

    /** Empty texts and lists count as unsaid (C8). */
    public static Settings of(Map<SettingKey, SettingValue> said) {
        Map<SettingKey, SettingValue> sorted = new EnumMap<>(SettingKey.class);
        said.forEach((key, value) -> {
            if (!value.isEmpty()) {
                sorted.put(key, value);
            }
        });
        return sorted.isEmpty() ? NONE : new Settings(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
    }

    /** These settings with one more, or with another value for it. */
    public Settings with(SettingKey key, SettingValue value) {
        Map<SettingKey, SettingValue> copy = asMap();
        copy.put(key, value);
        return of(copy);
    }

    /** These settings, with nothing said for this one. */
    public Settings without(SettingKey key) {
        if (!says(key)) {
            return this;
        }
        Map<SettingKey, SettingValue> copy = asMap();
        copy.remove(key);
        return of(copy);
    }

    public boolean says(SettingKey key) {
        return keys.contains(key);
    }

    public @Nullable SettingValue get(SettingKey key) {
        int position = keys.indexOf(key);
        return position < 0 ? null : values.get(position);
    }

    /** The flag that was said, or its built-in default. */
    public boolean flag(SettingKey key, SettingKey.Scope scope) {
        SettingValue value = get(key);
        return (value == null ? key.builtInDefault(scope).orElseThrow() : value) instanceof SettingValue.Flag flag
                && flag.value();
    }

    public Optional<String> text(SettingKey key) {
        return get(key) instanceof SettingValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    public Optional<BigDecimal> number(SettingKey key) {
        return get(key) instanceof SettingValue.Numeric number ? Optional.of(number.value()) : Optional.empty();
    }

    /** The texts that were said; empty where none were. */
    public List<String> texts(SettingKey key) {
        return get(key) instanceof SettingValue.Texts texts ? texts.values() : List.of();
    }

    /** A map of its own, in the order of the keys. */
    public Map<SettingKey, SettingValue> asMap() {
        Map<SettingKey, SettingValue> map = new EnumMap<>(SettingKey.class);
        forEach(map::put);
        return map;
    }

    public void forEach(BiConsumer<SettingKey, SettingValue> action) {
        for (int i = 0; i < keys.size(); i++) {
            action.accept(keys.get(i), values.get(i));
        }
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && keys.equals(settings.keys) && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return 31 * keys.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
