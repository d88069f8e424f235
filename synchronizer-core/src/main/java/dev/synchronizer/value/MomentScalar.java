package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** {@code DATE_TIME}. */
final class MomentScalar extends Scalar<LocalDateTime> {
    MomentScalar() {
        super(DataType.DATE_TIME, LocalDateTime.class);
    }

    @Override
    LocalDateTime checked(LocalDateTime value) {
        Moments.requireYear(value.getYear());
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    LocalDateTime parsed(String text) {
        return LocalDateTime.parse(text);
    }

    @Override
    boolean saysAll(LocalDateTime value, String text) {
        return parsed(text).equals(value);
    }
}
