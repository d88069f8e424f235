package dev.synchronizer.scan;

import java.util.List;
import java.util.Map;

/**
 * A part of a class that may make or describe a property.
 *
 * @param kind what it is
 * @param name its name in Java
 * @param type of the value that it gives, takes or holds
 * @param usable whether it is public and belongs to instances
 * @param annotations ours, and validation constraints
 */
record Member(Kind kind, String name, JavaType type, boolean usable, List<Annotation> annotations) {
    /** In the order in which their annotations win over one another. */
    enum Kind {
        GETTER,
        /** A method that is neither getter nor setter: the accessor of a record component, if it is one. */
        OTHER,
        SETTER,
        FIELD,
        COMPONENT
    }

    boolean isAnnotatedByUs() {
        for (Annotation annotation : annotations) {
            if (annotation.ours()) {
                return true;
            }
        }
        return false;
    }

    Member with(Map<String, JavaType> variables) {
        JavaType other = type.with(variables);
        return other.equals(type) ? this : new Member(kind, name, other, usable, annotations);
    }
}
