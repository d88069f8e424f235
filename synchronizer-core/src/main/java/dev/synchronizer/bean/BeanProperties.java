package dev.synchronizer.bean;

import dev.synchronizer.scan.BeanNames;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the bean properties of a class: a public getter and a public setter of one Java type, inherited ones too (A2). */
final class BeanProperties {
    private final Class<?> type;
    private final TypeVariables variables;
    private final List<Accessor> accessors;

    private BeanProperties(Class<?> type) {
        this.type = type;
        variables = new TypeVariables(type);
        accessors = Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .flatMap(Accessor::of)
                .toList();
    }

    /** By the name of the bean property. */
    static Map<String, TypedProperty> of(Class<?> type) {
        return new BeanProperties(type).all();
    }

    /**
     * A public method.
     *
     * @param method the one to call
     * @param declared the one that says of which type it is
     */
    private record Accessor(Method method, Method declared) {
        /** Public methods of a class that is not public stand in its subclass as bridges. */
        static Stream<Accessor> of(Method method) {
            if (!method.isBridge()) {
                return method.isSynthetic() ? Stream.empty() : Stream.of(new Accessor(reachable(method), method));
            }
            return bridged(method)
                    .filter(declared -> !isPublic(declared))
                    .map(declared -> new Accessor(method, declared))
                    .stream();
        }

        private static boolean isPublic(Method method) {
            return Modifier.isPublic(method.getDeclaringClass().getModifiers());
        }

        /** Those that are final, or of an interface, have no bridge: they can be called where their module allows it. */
        private static Method reachable(Method method) {
            if (!isPublic(method)) {
                method.trySetAccessible();
            }
            return method;
        }

        private static Optional<Method> bridged(Method bridge) {
            return Stream.<Class<?>>iterate(bridge.getDeclaringClass(), above -> above != null, Class::getSuperclass)
                    .flatMap(above -> Arrays.stream(above.getDeclaredMethods()))
                    .filter(method -> !method.isBridge() && isAlike(method, bridge))
                    .findFirst();
        }

        private static boolean isAlike(Method method, Method other) {
            return method.getName().equals(other.getName())
                    && method.getReturnType() == other.getReturnType()
                    && Arrays.equals(method.getParameterTypes(), other.getParameterTypes());
        }

        boolean isGetter(String name) {
            Class<?> result = method.getReturnType();
            boolean flag = result == boolean.class || result == Boolean.class;
            return method.getParameterCount() == 0
                    && (BeanNames.behind("get", method.getName()).equals(name)
                            || flag && BeanNames.behind("is", method.getName()).equals(name));
        }

        /** The property that it sets; empty if it is no setter. */
        String set() {
            return method.getParameterCount() == 1 ? BeanNames.behind("set", method.getName()) : "";
        }

        Type result() {
            return declared.getGenericReturnType();
        }

        Type parameter() {
            return declared.getGenericParameterTypes()[0];
        }
    }

    private Map<String, TypedProperty> all() {
        Map<String, TypedProperty> properties = new LinkedHashMap<>();
        for (Accessor accessor : accessors) {
            String name = accessor.set();
            if (!name.isEmpty() && !properties.containsKey(name)) {
                property(name).ifPresent(found -> properties.put(name, found));
            }
        }
        return properties;
    }

    private Optional<TypedProperty> property(String name) {
        for (Accessor getter : accessors) {
            if (getter.isGetter(name)) {
                for (Accessor setter : accessors) {
                    if (setter.set().equals(name)
                            && variables.raw(setter.parameter()) == variables.raw(getter.result())) {
                        return Optional.of(TypedProperty.of(
                                type, name, getter.method(), setter.method(), getter.result(), variables));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
