package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code INTEGER}, {@code LONG}, {@code DOUBLE} and {@code DECIMAL}. */
abstract class NumberScalar<T extends Number> extends Scalar<T> {
    private static final String NOT_FINITE = "is not a finite number";

    private NumberScalar(DataType type, Class<T> javaClass) {
        super(type, javaClass);
    }

    /** The value that is this number; null where there is none that is exactly it. */
    abstract @Nullable T exactly(BigDecimal number);

    /** Why there is no value that is exactly this number, as the rest of a sentence. */
    abstract String fault(BigDecimal number);

    /** The value nearest to a number that somebody wrote. */
    T nearest(BigDecimal number) {
        return strictly(number);
    }

    @Override
    @Nullable
    T adapted(Object given) {
        if (given instanceof Double floating && !Double.isFinite(floating)
                || given instanceof Float single && !Float.isFinite(single)) {
            throw new UnfitValueException(NOT_FINITE);
        }
        BigDecimal number = given instanceof Number some ? Numbers.of(some) : null;
        return number == null ? null : strictly(number);
    }

    private T strictly(BigDecimal number) {
        T value = exactly(number);
        if (value == null) {
            throw new UnfitValueException(fault(number));
        }
        return value;
    }

    @Override
    T parsed(String text) {
        if (text.length() > Numbers.LONGEST_TEXT) {
            throw new UnfitValueException("has more digits than can be stored");
        }
        return nearest(new BigDecimal(text));
    }

    @Override
    String textOf(T value) {
        return Numbers.text(Numbers.ofCanonical(value));
    }

    @Override
    boolean saysAll(T value, String text) {
        return Numbers.keepsItsDigits(text) && Numbers.ofCanonical(value).compareTo(new BigDecimal(text)) == 0;
    }

    @Override
    void write(Object value, JsonOut out) {
        out.json(text(value));
    }

    @Override
    T read(JsonIn in) {
        require(JsonIn.Kind.NUMBER, in);
        return checked(nearest(in.decimal()));
    }

    static NumberScalar<Integer> ofIntegers() {
        return new Whole<>(
                DataType.INTEGER, Integer.class, Numbers::exactInteger, Integer.MIN_VALUE, Integer.MAX_VALUE) {
            @Override
            Object columnOf(Integer value) {
                return value.longValue();
            }

            @Override
            Integer fromColumn(Object column) {
                return Math.toIntExact((Long) column);
            }
        };
    }

    static NumberScalar<Long> ofLongs() {
        return new Whole<>(DataType.LONG, Long.class, Numbers::exactLong, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static NumberScalar<Double> ofDoubles() {
        return new Floating();
    }

    static NumberScalar<BigDecimal> ofDecimals() {
        return new Decimal();
    }

    private static class Whole<T extends Number> extends NumberScalar<T> {
        private final Function<BigDecimal, @Nullable T> exactly;
        private final String fault;

        Whole(DataType type, Class<T> javaClass, Function<BigDecimal, @Nullable T> exactly, long least, long greatest) {
            super(type, javaClass);
            this.exactly = exactly;
            this.fault = "is not a whole number between " + least + " and " + greatest;
        }

        @Override
        @Nullable
        T exactly(BigDecimal number) {
            return exactly.apply(number);
        }

        @Override
        String fault(BigDecimal number) {
            return fault;
        }

        @Override
        String textOf(T value) {
            return value.toString();
        }
    }

    private static final class Floating extends NumberScalar<Double> {
        Floating() {
            super(DataType.DOUBLE, Double.class);
        }

        @Override
        @Nullable
        Double adapted(Object given) {
            return given instanceof Float number ? Double.valueOf(number.doubleValue()) : super.adapted(given);
        }

        @Override
        Double checked(Double value) {
            if (!Double.isFinite(value)) {
                throw new UnfitValueException(NOT_FINITE);
            }
            return value + 0.0;
        }

        @Override
        @Nullable
        Double exactly(BigDecimal number) {
            return Numbers.exactDouble(number);
        }

        @Override
        Double nearest(BigDecimal number) {
            return number.doubleValue();
        }

        @Override
        String fault(BigDecimal number) {
            return "is not a number that a DOUBLE can hold exactly";
        }
    }

    private static final class Decimal extends NumberScalar<BigDecimal> {
        Decimal() {
            super(DataType.DECIMAL, BigDecimal.class);
        }

        @Override
        BigDecimal checked(BigDecimal value) {
            BigDecimal stripped = Numbers.stripped(value);
            String fault = Numbers.decimalFault(stripped);
            if (fault != null) {
                throw new UnfitValueException(fault);
            }
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        @Override
        @Nullable
        BigDecimal exactly(BigDecimal number) {
            BigDecimal stripped = Numbers.stripped(number);
            return Numbers.decimalFault(stripped) == null ? checked(stripped) : null;
        }

        @Override
        String fault(BigDecimal number) {
            return String.valueOf(Numbers.decimalFault(Numbers.stripped(number)));
        }

        @Override
        String textOf(BigDecimal value) {
            return value.toPlainString();
        }

        @Override
        BigDecimal fromColumn(Object column) {
            return checked((BigDecimal) column);
        }
    }
}
