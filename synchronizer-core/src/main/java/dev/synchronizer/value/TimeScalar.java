package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** {@code TIME}. */
final class TimeScalar extends Scalar<LocalTime> {
    TimeScalar() {
        super(DataType.TIME, LocalTime.class);
    }

    @Override
    LocalTime checked(LocalTime value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    LocalTime parsed(String text) {
        return LocalTime.parse(text);
    }

    @Override
    boolean saysAll(LocalTime value, String text) {
        return parsed(text).equals(value);
    }
}
