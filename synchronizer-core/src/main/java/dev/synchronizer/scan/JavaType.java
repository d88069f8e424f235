package dev.synchronizer.scan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Java type as a class file writes it. */
sealed interface JavaType {
    static JavaType object() {
        return named("java.lang.Object");
    }

    /** A primitive type, or a class by its binary name. */
    record Named(String name, List<JavaType> arguments) implements JavaType {
        @Override
        public String toString() {
            return arguments.isEmpty()
                    ? name
                    : arguments.stream().map(JavaType::toString).collect(Collectors.joining(", ", name + "<", ">"));
        }
    }

    /** A type variable of a class. */
    record Variable(String name) implements JavaType {
        @Override
        public String toString() {
            return name;
        }
    }

    record Array(JavaType element) implements JavaType {
        @Override
        public String toString() {
            return element + "[]";
        }
    }

    /** A wildcard; one without an upper bound has none here, whatever its lower bound. */
    record Wildcard(@Nullable JavaType upper) implements JavaType {
        @Override
        public String toString() {
            return upper == null ? "?" : "? extends " + upper;
        }
    }

    static JavaType named(String name) {
        return new Named(name, List.of());
    }

    /** This type with type variables replaced; the very same where it has none of them. */
    default JavaType with(Map<String, JavaType> variables) {
        if (this instanceof Variable variable) {
            return variables.getOrDefault(variable.name(), this);
        } else if (this instanceof Array array) {
            JavaType element = array.element().with(variables);
            return element.equals(array.element()) ? this : new Array(element);
        } else if (this instanceof Wildcard wildcard && wildcard.upper() != null) {
            JavaType upper = wildcard.upper().with(variables);
            return upper.equals(wildcard.upper()) ? this : new Wildcard(upper);
        } else if (this instanceof Named named && !named.arguments().isEmpty()) {
            List<JavaType> arguments =
                    named.arguments().stream().map(a -> a.with(variables)).toList();
            return arguments.equals(named.arguments()) ? this : new Named(named.name(), arguments);
        }
        return this;
    }

    /** What is left of it at run time. */
    default String erasure() {
        if (this instanceof Named named) {
            return named.name();
        }
        return this instanceof Array array ? array.element().erasure() + "[]" : toString();
    }
}
