package dev.synchronizer.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Decimal forms of numbers, which are the same on every Java platform. */
final class Numbers {
    /** More digits than this no number has that a value can be. */
    static final int LONGEST_TEXT = 1_000;

    static final int DIGITS_BEFORE_POINT = 35;
    static final int DIGITS_BEHIND_POINT = 30;

    private static final int MOST_PLAIN_DIGITS = 21;
    private static final double WHOLE_AS_LONG = 0x1p63;
    private static final int FEWEST_DIGITS_OF_DOUBLE = 15;
    private static final int FEWEST_DIGITS_OF_FLOAT = 6;

    private Numbers() {}

    /** Without zeros at the end behind the point. */
    static BigDecimal stripped(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** The number as people read it: plain, unless that takes too many zeros. */
    static String text(BigDecimal number) {
        boolean plain = number.scale() < 0 && (long) number.precision() - number.scale() <= MOST_PLAIN_DIGITS;
        return plain ? number.toPlainString() : number.toString();
    }

    /** What a number of any Java class says; null where that is none that values have. */
    static @Nullable BigDecimal of(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (number instanceof Double floating) {
            return Double.isFinite(floating) ? ofDouble(floating) : null;
        }
        if (number instanceof Float floating) {
            return Float.isFinite(floating) ? ofFloat(floating) : null;
        }
        boolean whole = number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte;
        return whole ? BigDecimal.valueOf(number.longValue()) : null;
    }

    /** What a canonical number says. */
    static BigDecimal ofCanonical(Object number) {
        BigDecimal decimal = of((Number) number);
        if (decimal == null) {
            throw new IllegalArgumentException(number + " is not canonical");
        }
        return decimal;
    }

    /** Exactly where it is a whole number as a {@code LONG} may be, else with as many digits as tell it from its neighbours. */
    static BigDecimal ofDouble(double number) {
        if (number == Math.rint(number) && Math.abs(number) < WHOLE_AS_LONG) {
            return BigDecimal.valueOf((long) number);
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal rounded = rounded(exact, FEWEST_DIGITS_OF_DOUBLE);
        for (int digits = FEWEST_DIGITS_OF_DOUBLE + 1; rounded.doubleValue() != number; digits++) {
            rounded = rounded(exact, digits);
        }
        return rounded.stripTrailingZeros();
    }

    private static BigDecimal ofFloat(float number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal rounded = rounded(exact, FEWEST_DIGITS_OF_FLOAT);
        for (int digits = FEWEST_DIGITS_OF_FLOAT + 1; rounded.floatValue() != number; digits++) {
            rounded = rounded(exact, digits);
        }
        return rounded;
    }

    private static BigDecimal rounded(BigDecimal exact, int digits) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    static @Nullable Long exactLong(BigDecimal number) {
        if (number.signum() == 0) {
            return 0L;
        }
        // Decided by lengths first: a number such as 1E+999999999 would take all memory to write out.
        boolean tame = (long) number.precision() - number.scale() <= 19
                && number.stripTrailingZeros().scale() <= 0;
        BigInteger whole = tame ? number.toBigInteger() : null;
        return whole != null && whole.bitLength() < Long.SIZE ? Long.valueOf(whole.longValue()) : null;
    }

    static @Nullable Integer exactInteger(BigDecimal number) {
        Long whole = exactLong(number);
        return whole != null && whole == whole.intValue() ? Integer.valueOf(whole.intValue()) : null;
    }

    static @Nullable Double exactDouble(BigDecimal number) {
        double nearest = nearestDouble(number);
        boolean exact = Double.isFinite(nearest) && ofDouble(nearest).compareTo(number) == 0;
        return exact ? Double.valueOf(nearest) : null;
    }

    /** Never -0.0, which no column and no JSON tells from zero everywhere. */
    static double nearestDouble(BigDecimal number) {
        return number.signum() == 0 ? 0.0 : number.doubleValue() + 0.0;
    }

    /** Why a decimal number cannot be kept; null if it can. */
    static @Nullable String decimalFault(BigDecimal stripped) {
        long before = (long) stripped.precision() - stripped.scale();
        if (before > DIGITS_BEFORE_POINT) {
            return "has " + before + " digits before the point, and " + DIGITS_BEFORE_POINT + " at most can be stored";
        }
        return stripped.scale() > DIGITS_BEHIND_POINT
                ? "has " + stripped.scale() + " digits behind the point, and " + DIGITS_BEHIND_POINT
                        + " at most can be stored"
                : null;
    }

    /** Whether a text is short enough to be a number, and begins with no zero that would go. */
    static boolean keepsItsDigits(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        boolean padded =
                text.length() > first + 1 && text.charAt(first) == '0' && Character.isDigit(text.charAt(first + 1));
        return text.length() <= LONGEST_TEXT && !padded;
    }
}
