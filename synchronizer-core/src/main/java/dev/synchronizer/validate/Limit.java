package dev.synchronizer.validate;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.ValueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One end of what a property allows.
 *
 * @param name what sets it, with its value, for messages
 * @param value the end itself
 * @param side which end it is
 * @param exclusive whether the end itself is not allowed
 */
record Limit(String name, BigDecimal value, Side side, boolean exclusive) {
    /** A number with more digits than this limits nothing in practice, and would take long to work out. */
    static final int MAX_DIGITS = 1000;

    /** Which end of a range a limit is. */
    enum Side {
        LOWER,
        UPPER
    }

    boolean admits(BigDecimal number) {
        int order = side == Side.LOWER ? number.compareTo(value) : value.compareTo(number);
        return exclusive ? order > 0 : order >= 0;
    }

    /** The limits of a number, by settings and by data type. */
    static List<Limit> ofNumber(PropertyModel property) {
        List<Limit> limits = new ArrayList<>();
        DataType base = property.type().base();
        if (base == DataType.INTEGER) {
            addRange("INTEGER", Integer.MIN_VALUE, Integer.MAX_VALUE, limits);
        } else if (base == DataType.LONG) {
            addRange("LONG", Long.MIN_VALUE, Long.MAX_VALUE, limits);
        }
        add(property, SettingKey.MIN, Side.LOWER, false, limits);
        add(property, SettingKey.EXCLUSIVE_MIN, Side.LOWER, true, limits);
        add(property, SettingKey.MAX, Side.UPPER, false, limits);
        add(property, SettingKey.EXCLUSIVE_MAX, Side.UPPER, true, limits);
        ifTame(property, SettingKey.INTEGER_DIGITS, digits -> {
            String name = named(SettingKey.INTEGER_DIGITS, digits);
            BigDecimal end = BigDecimal.ONE.scaleByPowerOfTen(digits.intValue());
            limits.add(new Limit(name, end.negate(), Side.LOWER, true));
            limits.add(new Limit(name, end, Side.UPPER, true));
        });
        return limits;
    }

    /** The limits of a text's length. */
    static List<Limit> ofLength(PropertyModel property) {
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit("a length of at least 0", BigDecimal.ZERO, Side.LOWER, false));
        if (property.type().base() == DataType.STRING) {
            int length = ValueText.MAX_STRING_LENGTH;
            String name = "the " + length + " characters of a STRING";
            limits.add(new Limit(name, BigDecimal.valueOf(length), Side.UPPER, false));
        }
        add(property, SettingKey.MIN_LENGTH, Side.LOWER, false, limits);
        add(property, SettingKey.MAX_LENGTH, Side.UPPER, false, limits);
        return limits;
    }

    /** The limits of the number of a list's or set's items. */
    static List<Limit> ofItems(PropertyModel property) {
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit("a number of at least 0 items", BigDecimal.ZERO, Side.LOWER, false));
        int constants = property.settings().texts(SettingKey.ALLOWED_VALUES).size();
        if (property.type().cardinality() == PropertyType.Cardinality.SET && constants > 0) {
            String name = "the " + constants + " values of the enum";
            limits.add(new Limit(name, BigDecimal.valueOf(constants), Side.UPPER, false));
        }
        add(property, SettingKey.MIN_ITEMS, Side.LOWER, false, limits);
        add(property, SettingKey.MAX_ITEMS, Side.UPPER, false, limits);
        return limits;
    }

    private static void addRange(String type, long least, long greatest, List<Limit> limits) {
        limits.add(new Limit("the least " + type + " " + least, BigDecimal.valueOf(least), Side.LOWER, false));
        limits.add(new Limit("the greatest " + type + " " + greatest, BigDecimal.valueOf(greatest), Side.UPPER, false));
    }

    private static void add(PropertyModel property, SettingKey key, Side side, boolean exclusive, List<Limit> limits) {
        property.settings()
                .number(key)
                .filter(value -> Math.abs((long) value.scale()) <= MAX_DIGITS)
                .ifPresent(value -> limits.add(new Limit(named(key, value), value, side, exclusive)));
    }

    private static void ifTame(PropertyModel property, SettingKey key, Consumer<BigDecimal> action) {
        property.settings()
                .number(key)
                .filter(value -> value.abs().compareTo(BigDecimal.valueOf(MAX_DIGITS)) <= 0)
                .ifPresent(action);
    }

    private static String named(SettingKey key, BigDecimal value) {
        return key.label() + " " + value.toPlainString();
    }
}
