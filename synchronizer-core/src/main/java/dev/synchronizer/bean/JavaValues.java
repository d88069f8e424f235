package dev.synchronizer.bean;

import dev.synchronizer.value.ValueForm;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values as the Java types of model classes have them. */
public final class JavaValues {
    private JavaValues() {}

    /** What a property holds of which there is no value. */
    public static @Nullable Object nothing(Class<?> type) {
        if (type == List.class) {
            return new ArrayList<>();
        }
        if (type == Set.class) {
            return new LinkedHashSet<>();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /**
     * A single value in a Java type.
     *
     * @throws ArithmeticException if the type is too small for it
     * @throws ClassCastException if it is of another kind
     */
    public static Object single(Object canonical, Class<?> type) {
        if (canonical instanceof Number number && !type.isInstance(canonical)) {
            return number(new BigDecimal(number.toString()), type);
        }
        if (canonical instanceof Instant instant) {
            return moment(instant, type);
        }
        if (canonical instanceof String name && type.isEnum()) {
            return constant(name, type);
        }
        return type.isPrimitive() ? canonical : type.cast(canonical);
    }

    private static Object number(BigDecimal number, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return number.intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return number.longValueExact();
        }
        if (type == double.class || type == Double.class) {
            return number.doubleValue();
        }
        if (type == float.class || type == Float.class) {
            return number.floatValue();
        }
        return type.cast(number);
    }

    private static Object moment(Instant instant, Class<?> type) {
        if (type == OffsetDateTime.class) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (type == ZonedDateTime.class) {
            return instant.atZone(ZoneOffset.UTC);
        }
        return type == Date.class ? Date.from(instant) : type.cast(instant);
    }

    private static Object constant(String name, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new ClassCastException(ValueForm.shown(name) + " is no constant of " + type.getName());
    }
}
