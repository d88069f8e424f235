package dev.synchronizer.scan;

import dev.synchronizer.annotation.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of our annotations, or a validation constraint, as written in a class file.
 *
 * @param name its simple binary name, such as {@code Property} or {@code Size$List}
 * @param ours whether it is one of ours, not a constraint
 * @param values what was written: numbers, flags, texts (also for enum constants), {@link JavaType}s for classes,
 *     further annotations, and lists of these
 */
record Annotation(String name, boolean ours, Map<String, Object> values) {
    private static final String OURS = prefix(ContentType.class);
    private static final List<String> CONSTRAINTS = List.of(
            "Ljakarta/validation/constraints/",
            "Ljavax/validation/constraints/",
            "Lorg/hibernate/validator/constraints/");

    private static String prefix(Class<?> annotation) {
        return "L" + annotation.getPackageName().replace('.', '/') + "/";
    }

    /** The prefix of a descriptor that concerns us, or null. */
    static @Nullable String prefixOf(String descriptor) {
        if (descriptor.startsWith(OURS)) {
            return OURS;
        }
        for (String constraints : CONSTRAINTS) {
            if (descriptor.startsWith(constraints)) {
                return constraints;
            }
        }
        return null;
    }

    static boolean isOurs(String prefix) {
        return prefix.equals(OURS);
    }

    boolean is(String ourName) {
        return ours && name.equals(ourName);
    }

    boolean says(String element) {
        return values.containsKey(element);
    }

    String text(String element) {
        return values.get(element) instanceof String text ? text : "";
    }

    @Nullable
    Boolean flag(String element) {
        return values.get(element) instanceof Boolean flag ? flag : null;
    }

    @Nullable
    Number number(String element) {
        return values.get(element) instanceof Number number ? number : null;
    }

    List<String> texts(String element) {
        return list(element, String.class);
    }

    List<JavaType> classes(String element) {
        return list(element, JavaType.class);
    }

    List<Annotation> annotations(String element) {
        return list(element, Annotation.class);
    }

    private <T> List<T> list(String element, Class<T> kind) {
        List<T> found = new ArrayList<>();
        if (values.get(element) instanceof List<?> list) {
            for (Object item : list) {
                if (kind.isInstance(item)) {
                    found.add(kind.cast(item));
                }
            }
        }
        return found;
    }
}
