package dev.synchronizer.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The value of a setting in canonical form, so that equal means equal. */
public sealed interface SettingValue {
    /** Yes or no. */
    record Flag(boolean value) implements SettingValue {
        @Override
        public Object plain() {
            return value;
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /** A whole or decimal number; {@code 1.50} and {@code 1.5} are the same. */
    record Numeric(BigDecimal value) implements SettingValue {
        private static final int MOST_ZEROS = 1_000;

        public Numeric {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        /** Whole numbers are as everybody writes them: 80, and not 8E+1. */
        @Override
        public Object plain() {
            return value.scale() < 0 && value.scale() > -MOST_ZEROS ? value.setScale(0) : value;
        }

        @Override
        public String toString() {
            return Math.abs((long) value.scale()) > MOST_ZEROS ? value.toString() : value.toPlainString();
        }
    }

    /** A text with line feeds as its only line ends, otherwise as written. */
    record Text(String value) implements SettingValue {
        public Text {
            value = value.replace("\r\n", "\n").replace('\r', '\n');
        }

        @Override
        public Object plain() {
            return value;
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Several texts; sorted and without repetition where the setting is a set. */
    record Texts(List<String> values) implements SettingValue {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public Object plain() {
            return values;
        }

        @Override
        public String toString() {
            return String.join(", ", values);
        }
    }

    /** As plain Java has it: a {@code Boolean}, a {@code BigDecimal}, a {@code String}, or a {@code List} of strings. */
    Object plain();

    /**
     * From plain Java: what {@link #plain} gives, any other number, and any other collection of strings.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static SettingValue ofPlain(Object value) {
        if (value instanceof SettingValue setting) {
            return setting;
        }
        if (value instanceof Boolean flag) {
            return of(flag.booleanValue());
        }
        if (value instanceof Number number) {
            return of(new BigDecimal(number.toString()));
        }
        if (value instanceof String text) {
            return of(text);
        }
        if (value instanceof Collection<?> texts && texts.stream().allMatch(String.class::isInstance)) {
            return list(texts.stream().map(String.class::cast).toList());
        }
        throw new IllegalArgumentException("a setting holds a flag, a number, a text or texts, and no "
                + value.getClass().getName());
    }

    static SettingValue of(boolean value) {
        return new Flag(value);
    }

    static SettingValue of(long value) {
        return new Numeric(BigDecimal.valueOf(value));
    }

    static SettingValue of(BigDecimal value) {
        return new Numeric(value);
    }

    static SettingValue of(String value) {
        return new Text(value);
    }

    /** Texts whose order matters. */
    static SettingValue list(List<String> values) {
        return new Texts(values);
    }

    /** Texts whose order does not matter. */
    static SettingValue set(Iterable<String> values) {
        TreeSet<String> sorted = new TreeSet<>();
        values.forEach(sorted::add);
        return new Texts(List.copyOf(sorted));
    }

    /** Whether this is an empty text or an empty list, which in code means the same as saying nothing. */
    default boolean isEmpty() {
        return this instanceof Text text && text.value().isEmpty()
                || this instanceof Texts texts && texts.values().isEmpty();
    }
}
