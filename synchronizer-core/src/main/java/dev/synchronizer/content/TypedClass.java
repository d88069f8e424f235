package dev.synchronizer.content;

import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.scan.BeanNames;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model class that the application handed in: a bean or a record, as items are filled into it and taken out of it. */
final class TypedClass {
    private final Class<?> type;
    private final Constructor<?> constructor;
    /** In the order of a record's components. */
    private final List<TypedProperty> all;

    private final List<TypedProperty> properties;

    private TypedClass(Class<?> type, Constructor<?> constructor, Map<String, TypedProperty> all) {
        this.type = type;
        this.constructor = constructor;
        this.all = List.copyOf(all.values());
        properties = all.keySet().stream()
                .filter(bean -> !new PropertyWords(type, bean).isIgnored())
                .<TypedProperty>map(all::get)
                .toList();
    }

    /** @throws dev.synchronizer.problem.ProblemsException if it is no content type, or cannot be used from here */
    static TypedClass of(Class<?> type) {
        if (!type.isAnnotationPresent(ContentType.class)) {
            throw ItemProblems.noAccess(type, "it is not annotated with @ContentType");
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw ItemProblems.noAccess(type, "it is not public");
        }
        return type.isRecord()
                ? new TypedClass(type, canonical(type), components(type))
                : new TypedClass(type, withoutParameters(type), beanProperties(type));
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return constructor(type, "its canonical constructor is not public", parameters);
    }

    private static Constructor<?> withoutParameters(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw ItemProblems.noAccess(type, "it is abstract");
        }
        return constructor(type, "it has no public constructor without parameters");
    }

    private static Constructor<?> constructor(Class<?> type, String otherwise, Class<?>... parameters) {
        try {
            return type.getConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw ItemProblems.noAccess(type, otherwise);
        }
    }

    private static Map<String, TypedProperty> components(Class<?> type) {
        TypeVariables variables = new TypeVariables(type);
        Map<String, TypedProperty> components = new LinkedHashMap<>();
        for (RecordComponent each : type.getRecordComponents()) {
            String name = each.getName();
            components.put(name, property(type, name, each.getAccessor(), null, each.getGenericType(), variables));
        }
        return components;
    }

    private static Map<String, TypedProperty> beanProperties(Class<?> type) {
        TypeVariables variables = new TypeVariables(type);
        List<Method> methods = Arrays.stream(type.getMethods())
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .toList();
        Map<String, TypedProperty> properties = new LinkedHashMap<>();
        for (Method method : methods) {
            String name = BeanNames.behind("set", method.getName());
            if (!name.isEmpty() && !properties.containsKey(name)) {
                beanProperty(type, name, methods, variables).ifPresent(found -> properties.put(name, found));
            }
        }
        return properties;
    }

    private static Optional<TypedProperty> beanProperty(
            Class<?> type, String name, List<Method> methods, TypeVariables variables) {
        for (Method getter : methods) {
            if (isGetter(getter, name)) {
                Class<?> wanted = variables.raw(getter.getGenericReturnType());
                for (Method setter : methods) {
                    boolean fits = setter.getParameterCount() == 1
                            && BeanNames.behind("set", setter.getName()).equals(name)
                            && variables.raw(setter.getGenericParameterTypes()[0]) == wanted;
                    if (fits) {
                        return Optional.of(
                                property(type, name, getter, setter, getter.getGenericReturnType(), variables));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isGetter(Method method, String name) {
        Class<?> type = method.getReturnType();
        boolean flag = type == boolean.class || type == Boolean.class;
        return method.getParameterCount() == 0
                && (BeanNames.behind("get", method.getName()).equals(name)
                        || flag && BeanNames.behind("is", method.getName()).equals(name));
    }

    private static TypedProperty property(
            Class<?> type,
            String bean,
            Method getter,
            @Nullable Method setter,
            Type javaType,
            TypeVariables variables) {
        String name = new PropertyWords(type, bean).name();
        return new TypedProperty(
                name.isEmpty() ? bean : name, getter, setter, variables.raw(javaType), variables.element(javaType));
    }

    /** The name of the content type. */
    String typeName() {
        String name = type.getAnnotation(ContentType.class).name();
        return name.isEmpty() ? type.getSimpleName() : name;
    }

    Class<?> type() {
        return type;
    }

    /** Those that are properties of the content type. */
    List<TypedProperty> properties() {
        return properties;
    }

    /** Makes an object that holds these values. */
    Object make(Function<TypedProperty, @Nullable Object> values) {
        if (type.isRecord()) {
            return instance(all.stream()
                    .map(component -> properties.contains(component)
                            ? values.apply(component)
                            : JavaValues.nothing(component.type()))
                    .toArray());
        }
        Object bean = instance();
        for (TypedProperty property : properties) {
            Object value = values.apply(property);
            if (value != null || !property.type().isPrimitive()) {
                property.set(bean, value);
            }
        }
        return bean;
    }

    private Object instance(@Nullable Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw ItemProblems.noAccess(type, "it cannot be made: " + e.getMessage());
        }
    }
}
