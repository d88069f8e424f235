package dev.synchronizer.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets equal properties, and equal parts of them, be one object: a hundred thousand properties have a few hundred
 * different names and settings, and models that are small are compared quickly.
 */
final class EqualParts {
    private final Map<Object, Object> parts = new HashMap<>();

    PropertyModel shared(PropertyModel property) {
        return once(new PropertyModel(
                once(property.name()),
                once(property.type()),
                once(property.settings()),
                property.formerNames(),
                property.suppressed(),
                once(property.declaredIn())));
    }

    @SuppressWarnings("unchecked")
    private <T> T once(T part) {
        return (T) parts.computeIfAbsent(part, own -> own);
    }
}
