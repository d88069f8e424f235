package dev.synchronizer.value;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.json.JsonOut;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** Canonical values as JSON for reading, by nothing but their Java classes: blocks stand in it by names. */
final class PlainJson {
    private static final Map<Class<?>, Scalar<?>> BY_CLASS = Map.ofEntries(
            entry(Boolean.class, DataType.BOOLEAN),
            entry(Integer.class, DataType.INTEGER),
            entry(Long.class, DataType.LONG),
            entry(Double.class, DataType.DOUBLE),
            entry(BigDecimal.class, DataType.DECIMAL),
            entry(String.class, DataType.TEXT),
            entry(LocalDate.class, DataType.DATE),
            entry(LocalTime.class, DataType.TIME),
            entry(LocalDateTime.class, DataType.DATE_TIME),
            entry(Instant.class, DataType.INSTANT),
            entry(UUID.class, DataType.UUID),
            entry(URI.class, DataType.URI),
            entry(Locale.class, DataType.LOCALE),
            entry(ContentReference.class, DataType.REFERENCE));

    private PlainJson() {}

    private static Map.Entry<Class<?>, Scalar<?>> entry(Class<?> javaClass, DataType type) {
        return Map.entry(javaClass, Scalars.of(type));
    }

    static void write(Object value, JsonOut out) {
        if (value instanceof Block block) {
            out.object(() -> block.values()
                    .properties()
                    .forEach(property -> writeMember(block.values(), property, out.name(property))));
        } else if (value instanceof Collection<?> many) {
            out.array(many, each -> write(each, out));
        } else {
            scalar(value).write(value, out);
        }
    }

    /** A property that has a value in some language is shown by languages. */
    private static void writeMember(Values values, String property, JsonOut out) {
        SortedSet<String> languages = values.languages(property);
        if (languages.last().isEmpty()) {
            write(values.get(property).orElseThrow(), out);
        } else {
            out.object(() -> languages.forEach(
                    language -> write(values.get(property, language).orElseThrow(), out.name(language))));
        }
    }

    /** The text of a single value, as it is written for people. */
    static String text(Object value) {
        return value instanceof Block
                ? JsonOut.compact(out -> write(value, out))
                : scalar(value).text(value);
    }

    private static Scalar<?> scalar(Object value) {
        Scalar<?> scalar = BY_CLASS.get(value.getClass());
        if (scalar == null) {
            throw new IllegalArgumentException("no canonical value is of " + value.getClass());
        }
        return scalar;
    }
}
