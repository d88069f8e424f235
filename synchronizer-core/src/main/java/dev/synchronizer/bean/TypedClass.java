package dev.synchronizer.bean;

import dev.synchronizer.annotation.ContentType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model class that the application handed in: a bean or a record, as items are filled into it and taken out of it. */
public final class TypedClass {
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
            throw BeanProblems.noAccess(type, "it is not annotated with @ContentType");
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw BeanProblems.noAccess(type, "it is not public");
        }
        return type.isRecord()
                ? new TypedClass(type, canonical(type), components(type))
                : new TypedClass(type, withoutParameters(type), BeanProperties.of(type));
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return constructor(type, "its canonical constructor is not public", parameters);
    }

    private static Constructor<?> withoutParameters(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw BeanProblems.noAccess(type, "it is abstract");
        }
        return constructor(type, "it has no public constructor without parameters");
    }

    private static Constructor<?> constructor(Class<?> type, String otherwise, Class<?>... parameters) {
        try {
            return type.getConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw BeanProblems.noAccess(type, otherwise);
        }
    }

    private static Map<String, TypedProperty> components(Class<?> type) {
        TypeVariables variables = new TypeVariables(type);
        Map<String, TypedProperty> components = new LinkedHashMap<>();
        for (RecordComponent each : type.getRecordComponents()) {
            String name = each.getName();
            components.put(
                    name, TypedProperty.of(type, name, each.getAccessor(), null, each.getGenericType(), variables));
        }
        return components;
    }

    /** The name of the content type. */
    public String typeName() {
        String name = type.getAnnotation(ContentType.class).name();
        return name.isEmpty() ? type.getSimpleName() : name;
    }

    public Class<?> type() {
        return type;
    }

    /** Those that are properties of the content type. */
    public List<TypedProperty> properties() {
        return properties;
    }

    /** Makes an object that holds these values. */
    public Object make(Function<TypedProperty, @Nullable Object> values) {
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
            throw BeanProblems.failed(type, "its constructor", e);
        } catch (ReflectiveOperationException e) {
            throw BeanProblems.noAccess(type, "it cannot be made: " + e.getMessage());
        }
    }
}
