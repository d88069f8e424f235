package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a single canonical value of one data type becomes one of another; null where that loses something. */
@FunctionalInterface
interface ElementConversion {
    Set<DataType> TEXTS = EnumSet.of(DataType.STRING, DataType.TEXT, DataType.RICH_TEXT);
    Set<DataType> IDENTIFIERS = EnumSet.of(DataType.UUID, DataType.REFERENCE);

    @Nullable
    Object convert(Object value);

    static ElementConversion between(PropertyType from, PropertyType to) {
        DataType source = from.base();
        DataType target = to.base();
        if (source == target) {
            return Objects.equals(from.blockType(), to.blockType()) ? value -> value : value -> null;
        }
        if (TEXTS.contains(target)) {
            Scalar<?> scalar = Scalars.of(target);
            return value -> scalar.fromText(PlainJson.text(value));
        }
        if (source == DataType.BLOCK || target == DataType.BLOCK) {
            return value -> null;
        }
        return betweenScalars(source, target);
    }

    private static ElementConversion betweenScalars(DataType source, DataType target) {
        Scalar<?> scalar = Scalars.of(target);
        if (TEXTS.contains(source)) {
            return value -> scalar.fromText((String) value);
        }
        if (Scalars.isNumber(source) && scalar instanceof NumberScalar<?> numbers) {
            return value -> numbers.exactly(Numbers.ofCanonical(value));
        }
        if (IDENTIFIERS.contains(source) && IDENTIFIERS.contains(target)) {
            return value -> scalar.fromColumn(Scalars.of(source).toColumn(value));
        }
        return betweenDays(source, target);
    }

    /** A point in time is none of a calendar before somebody says in which zone, so neither becomes the other. */
    private static ElementConversion betweenDays(DataType source, DataType target) {
        if (source == DataType.DATE && target == DataType.DATE_TIME) {
            return value -> ((LocalDate) value).atStartOfDay();
        }
        if (source == DataType.DATE_TIME && target == DataType.DATE) {
            return value -> isMidnight((LocalDateTime) value) ? ((LocalDateTime) value).toLocalDate() : null;
        }
        return value -> null;
    }

    private static boolean isMidnight(LocalDateTime value) {
        return value.toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
