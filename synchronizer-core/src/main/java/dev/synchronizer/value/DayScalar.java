package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import java.time.LocalDate;

/** {@code DATE}. */
final class DayScalar extends Scalar<LocalDate> {
    DayScalar() {
        super(DataType.DATE, LocalDate.class);
    }

    @Override
    LocalDate checked(LocalDate value) {
        Moments.requireYear(value.getYear());
        return value;
    }

    @Override
    LocalDate parsed(String text) {
        return LocalDate.parse(text);
    }
}
