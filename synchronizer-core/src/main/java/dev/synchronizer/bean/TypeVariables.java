package dev.synchronizer.bean;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the type variables of a class's supertypes stand for in it. */
final class TypeVariables {
    private final Map<TypeVariable<?>, Type> meanings = new HashMap<>();

    TypeVariables(Class<?> type) {
        learn(type);
    }

    private void learn(Class<?> type) {
        learn(type.getGenericSuperclass());
        for (Type each : type.getGenericInterfaces()) {
            learn(each);
        }
    }

    private void learn(@Nullable Type superType) {
        if (superType instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] arguments = generic.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                meanings.put(raw.getTypeParameters()[i], arguments[i]);
            }
            learn(raw);
        } else if (superType instanceof Class<?> raw) {
            learn(raw);
        }
    }

    /** A type without variables; bounds stand in where nothing is said. */
    Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            Type meaning = meanings.get(variable);
            return resolve(meaning == null ? variable.getBounds()[0] : meaning);
        }
        return type instanceof WildcardType wildcard ? resolve(wildcard.getUpperBounds()[0]) : type;
    }

    Class<?> raw(Type type) {
        Type resolved = resolve(type);
        if (resolved instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return resolved instanceof GenericArrayType array
                ? Array.newInstance(raw(array.getGenericComponentType()), 0).getClass()
                : (Class<?>) resolved;
    }

    /** What a collection of this type holds. */
    Class<?> element(Type collection) {
        Type resolved = resolve(collection);
        return resolved instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                        .findFirst()
                        .<Class<?>>map(this::raw)
                        .orElse(Object.class)
                : Object.class;
    }
}
