package dev.synchronizer.bean;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The model classes that the application has handed in, each looked at once. Safe for use by many threads. */
public final class TypedClasses {
    private final Map<Class<?>, TypedClass> known = new ConcurrentHashMap<>();

    /**
     * Looks at a class, unless it was looked at before.
     *
     * @throws dev.synchronizer.problem.ProblemsException if it is no content type, or cannot be used from here
     */
    public TypedClass describe(Class<?> type) {
        TypedClass described = known.get(type);
        if (described == null) {
            described = TypedClass.of(type);
            known.put(type, described);
        }
        return described;
    }
}
