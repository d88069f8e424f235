package dev.synchronizer.diff;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the worst that a change of code could do to stored items and values (C5). */
final class Grading {
    private Grading() {}

    static Grade worst(List<SettingChange> settings, List<PropertyDiff> properties) {
        Grade grade = Grade.COMPATIBLE;
        for (SettingChange change : settings) {
            grade = grade.and(change.grade());
        }
        for (PropertyDiff property : properties) {
            grade = grade.and(property.grade());
        }
        return grade;
    }

    /** Items that exist have no value for a property that is new. */
    static Grade ofNewProperty(PropertyModel property) {
        return property.flag(SettingKey.REQUIRED) ? Grade.BREAKING : Grade.COMPATIBLE;
    }

    static Grade of(SettingKey key, SettingKey.Scope scope, @Nullable SettingValue from, @Nullable SettingValue to) {
        boolean breaking = switch (key) {
            case REQUIRED -> isOn(key, scope, to) && !isOn(key, scope, from);
            case VISIBLE -> !isOn(key, scope, to) && isOn(key, scope, from);
            case MIN_LENGTH, MIN_ITEMS, MIN, EXCLUSIVE_MIN -> isStricter(from, to, 1);
            case MAX_LENGTH, MAX_ITEMS, MAX, EXCLUSIVE_MAX, INTEGER_DIGITS, FRACTION_DIGITS -> isStricter(from, to, -1);
            case PATTERN -> to != null;
            case ALLOWED_TYPES, ALLOWED_PARENTS, ALLOWED_CHILDREN -> isNarrower(from, to);
            case ALLOWED_VALUES -> !texts(to).containsAll(texts(from));
            case KIND, ABSTRACT -> isDifferentInEffect(key, scope, from, to);
            default -> false;
        };
        if (key == SettingKey.LOCALIZED && isOn(key, scope, from) && !isOn(key, scope, to)) {
            return Grade.LOSSY;
        }
        return breaking ? Grade.BREAKING : Grade.COMPATIBLE;
    }

    private static boolean isOn(SettingKey key, SettingKey.Scope scope, @Nullable SettingValue value) {
        return effective(key, scope, value).equals(Optional.of(SettingValue.of(true)));
    }

    private static boolean isDifferentInEffect(
            SettingKey key, SettingKey.Scope scope, @Nullable SettingValue from, @Nullable SettingValue to) {
        return !effective(key, scope, from).equals(effective(key, scope, to));
    }

    private static Optional<SettingValue> effective(
            SettingKey key, SettingKey.Scope scope, @Nullable SettingValue value) {
        return value == null ? key.builtInDefault(scope) : Optional.of(value);
    }

    /** A bound that appears, or moves in the direction that excludes values. */
    private static boolean isStricter(@Nullable SettingValue from, @Nullable SettingValue to, int direction) {
        if (to instanceof SettingValue.Numeric bound) {
            BigDecimal now = bound.value();
            return !(from instanceof SettingValue.Numeric old) || now.compareTo(old.value()) * direction > 0;
        }
        return false;
    }

    /** A restriction that appears, or loses a member; none allows all. */
    private static boolean isNarrower(@Nullable SettingValue from, @Nullable SettingValue to) {
        return to != null && (from == null || !texts(to).containsAll(texts(from)));
    }

    private static Set<String> texts(@Nullable SettingValue value) {
        return value instanceof SettingValue.Texts texts ? Set.copyOf(texts.values()) : Set.of();
    }
}
