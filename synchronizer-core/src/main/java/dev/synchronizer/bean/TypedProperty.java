package dev.synchronizer.bean;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A property as a class has it.
 *
 * @param name its name in the store
 * @param getter reads it
 * @param setter writes it; null for a component of a record
 * @param type its Java type
 * @param element what it holds, where it is a list or a set
 */
public record TypedProperty(
        String name, Method getter, @Nullable Method setter, Class<?> type, Class<?> element) {
    /**
     * A property of a class.
     *
     * @param bean its name as Java has it
     * @param javaType its Java type, maybe by type variables of the class that declares it
     */
    static TypedProperty of(
            Class<?> owner,
            String bean,
            Method getter,
            @Nullable Method setter,
            Type javaType,
            TypeVariables variables) {
        String name = new PropertyWords(owner, bean).name();
        return new TypedProperty(
                name.isEmpty() ? bean : name, getter, setter, variables.raw(javaType), variables.element(javaType));
    }

    /** What an object holds there. */
    public @Nullable Object get(Object bean) {
        return invoke(getter, bean);
    }

    void set(Object bean, @Nullable Object value) {
        if (setter != null) {
            invoke(setter, bean, value);
        }
    }

    private static @Nullable Object invoke(Method accessor, Object bean, @Nullable Object... arguments) {
        try {
            return accessor.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw BeanProblems.failed(bean.getClass(), accessor.getName(), e);
        } catch (IllegalAccessException e) {
            throw BeanProblems.noAccess(bean.getClass(), accessor + " cannot be called, as its class is not public");
        }
    }
}
