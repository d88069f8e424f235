package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of a property ask of each of its values: lengths and a pattern of a single text, ranges and digits
 * of a single number, how many items a list or set has, and the constants of an enum. Whether there has to be a value,
 * and of which types items may be that it refers to, is judged by those who know the items.
 *
 * <p>Made once, they are used for any number of values; safe for use by many threads.
 */
public final class ValueRules {
    private static final int MOST_CONSTANTS_SHOWN = 10;

    private final List<Rule> rules;

    private ValueRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * One thing that a value does not satisfy.
     *
     * @param rule the setting that asks for it
     * @param message why, as the rest of a sentence that begins with the value
     */
    public record Violation(SettingKey rule, String message) {}

    /** What one value does not satisfy, in the order of the settings. */
    public static List<Violation> violations(
            PropertyType type, Function<SettingKey, @Nullable SettingValue> settings, Object canonical) {
        return of(type, settings).violations(canonical);
    }

    public static ValueRules of(PropertyType type, Function<SettingKey, @Nullable SettingValue> settings) {
        List<Rule> rules = new ArrayList<>();
        for (SettingKey key : SettingKey.values()) {
            SettingValue setting = settings.apply(key);
            if (setting != null) {
                check(type, key, setting).ifPresent(check -> rules.add(new Rule(key, check)));
            }
        }
        return new ValueRules(rules);
    }

    /** What a value does not satisfy, in the order of the settings. */
    public List<Violation> violations(Object canonical) {
        List<Violation> violations = new ArrayList<>();
        for (Rule rule : rules) {
            String flaw = rule.check().flaw(canonical);
            if (flaw != null) {
                violations.add(new Violation(rule.key(), flaw));
            }
        }
        return violations;
    }

    private record Rule(SettingKey key, Check check) {}

    /** Why a value is none that a setting allows, as the rest of a sentence that begins with it; null if it is. */
    @FunctionalInterface
    private interface Check {
        @Nullable
        String flaw(Object value);
    }

    private static Optional<Check> check(PropertyType type, SettingKey key, SettingValue setting) {
        if (setting instanceof SettingValue.Numeric bound) {
            return measure(type, key).map(measure -> measured(key, bound, measure));
        }
        if (key == SettingKey.PATTERN && setting instanceof SettingValue.Text pattern && isText(type)) {
            return PatternMatch.of(pattern.value())
                    .map(match -> value -> match.flaw(value.toString()).orElse(null));
        }
        boolean constants = key == SettingKey.ALLOWED_VALUES && type.base() == DataType.ENUM;
        return constants && setting instanceof SettingValue.Texts texts && !texts.isEmpty()
                ? Optional.of(oneOf(texts.values()))
                : Optional.empty();
    }

    private static Check measured(SettingKey key, SettingValue.Numeric bound, Function<Object, BigDecimal> measure) {
        String flaw = "does not satisfy " + key.label() + " " + bound;
        return value -> Bounds.admits(key, bound.value(), measure.apply(value)) ? null : flaw;
    }

    /** What a bound is held against; nothing where it does not apply to the data type. */
    private static Optional<Function<Object, BigDecimal>> measure(PropertyType type, SettingKey key) {
        return switch (key) {
            case MIN_LENGTH, MAX_LENGTH -> isText(type) ? Optional.of(ValueRules::length) : Optional.empty();
            case MIN_ITEMS, MAX_ITEMS -> type.isMany() ? Optional.of(ValueRules::size) : Optional.empty();
            case MIN, MAX, EXCLUSIVE_MIN, EXCLUSIVE_MAX, INTEGER_DIGITS, FRACTION_DIGITS ->
                !type.isMany() && Scalars.isNumber(type.base()) ? Optional.of(Numbers::ofCanonical) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isText(PropertyType type) {
        DataType base = type.base();
        return !type.isMany() && (ElementConversion.TEXTS.contains(base) || base == DataType.URI);
    }

    private static BigDecimal length(Object text) {
        return BigDecimal.valueOf((text instanceof URI uri ? uri.toString() : (String) text).length());
    }

    private static BigDecimal size(Object many) {
        return BigDecimal.valueOf(((Collection<?>) many).size());
    }

    private static Check oneOf(List<String> constants) {
        Set<String> allowed = Set.copyOf(constants);
        String flaw = "is none of " + enumerated(constants);
        return value -> {
            if (value instanceof Collection<?> many) {
                return many.stream()
                        .filter(one -> !allowed.contains(one))
                        .findFirst()
                        .map(one -> "holds " + ColumnText.quoted((String) one) + ", which " + flaw)
                        .orElse(null);
            }
            return allowed.contains(value) ? null : flaw;
        };
    }

    /** Such as {@code a, b and c}; of many constants the first few. */
    private static String enumerated(List<String> constants) {
        int more = constants.size() - MOST_CONSTANTS_SHOWN;
        if (more > 1) {
            return String.join(", ", constants.subList(0, MOST_CONSTANTS_SHOWN)) + " and " + more + " more";
        }
        int last = constants.size() - 1;
        return last < 1
                ? constants.get(last)
                : String.join(", ", constants.subList(0, last)) + " and " + constants.get(last);
    }
}
