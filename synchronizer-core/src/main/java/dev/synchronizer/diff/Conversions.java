package dev.synchronizer.diff;

import dev.synchronizer.model.PropertyType;
import dev.synchronizer.value.ValueConversion;

/** What a change of the data type can do to values (D6). */
final class Conversions {
    private Conversions() {}

    /** {@code COMPATIBLE} where every value converts without loss, otherwise {@code LOSSY}. */
    static Grade grade(PropertyType from, PropertyType to) {
        return ValueConversion.holdsEvery(from, to) ? Grade.COMPATIBLE : Grade.LOSSY;
    }
}
