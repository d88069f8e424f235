package dev.synchronizer.value;

import dev.synchronizer.model.SettingKey;
import java.math.BigDecimal;

/** What the settings that are numbers allow. */
final class Bounds {
    /** More digits than that no number has that is held against a bound. */
    private static final BigDecimal MOST_DIGITS = BigDecimal.valueOf(1_000);

    private Bounds() {}

    static boolean admits(SettingKey key, BigDecimal bound, BigDecimal measured) {
        return switch (key) {
            case MIN, MIN_LENGTH, MIN_ITEMS -> measured.compareTo(bound) >= 0;
            case MAX, MAX_LENGTH, MAX_ITEMS -> measured.compareTo(bound) <= 0;
            case EXCLUSIVE_MIN -> measured.compareTo(bound) > 0;
            case EXCLUSIVE_MAX -> measured.compareTo(bound) < 0;
            case INTEGER_DIGITS -> bound.compareTo(MOST_DIGITS) > 0 || hasIntegerDigits(measured, bound);
            case FRACTION_DIGITS ->
                BigDecimal.valueOf(Math.max(0, Numbers.stripped(measured).scale()))
                                .compareTo(bound)
                        <= 0;
            default -> true;
        };
    }

    private static boolean hasIntegerDigits(BigDecimal number, BigDecimal most) {
        return number.abs().compareTo(BigDecimal.ONE.scaleByPowerOfTen(most.intValue())) < 0;
    }
}
