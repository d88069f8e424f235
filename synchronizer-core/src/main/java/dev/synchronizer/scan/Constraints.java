package dev.synchronizer.scan;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What validation constraints ask of a property, as settings (A3). */
final class Constraints {
    private static final Set<SettingKey> LOWER_BOUNDS =
            EnumSet.of(SettingKey.MIN, SettingKey.EXCLUSIVE_MIN, SettingKey.MIN_LENGTH, SettingKey.MIN_ITEMS);

    private final Map<SettingKey, BigDecimal> bounds = new EnumMap<>(SettingKey.class);
    private final SortedSet<String> patterns = new TreeSet<>();
    private boolean required;
    private boolean nonEmpty;

    /** Adds a bound beside those that hold already; the stricter one stays. */
    void bound(SettingKey key, BigDecimal value) {
        bounds.merge(key, value, LOWER_BOUNDS.contains(key) ? BigDecimal::max : BigDecimal::min);
    }

    void pattern(String expression) {
        patterns.add(expression);
    }

    void require() {
        required = true;
    }

    void requireContent() {
        required = true;
        nonEmpty = true;
    }

    /** Adds what a supertype asks for where this says nothing. */
    void inherit(Constraints other) {
        other.bounds.forEach(bounds::putIfAbsent);
        if (patterns.isEmpty()) {
            patterns.addAll(other.patterns);
        }
        required |= other.required;
        nonEmpty |= other.nonEmpty;
    }

    void addTo(SaidSettings settings, boolean many) {
        if (required) {
            settings.put(SettingKey.REQUIRED, SettingValue.of(true));
        }
        if (nonEmpty) {
            bound(many ? SettingKey.MIN_ITEMS : SettingKey.MIN_LENGTH, BigDecimal.ONE);
        }
        bounds.forEach((key, value) -> settings.put(key, SettingValue.of(value)));
        if (!patterns.isEmpty()) {
            settings.put(SettingKey.PATTERN, SettingValue.of(PatternText.allOf(patterns)));
        }
    }
}
