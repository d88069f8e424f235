package dev.synchronizer.value;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What lists and sets hold. */
final class Elements {
    private Elements() {}

    /** A list, or a set in the order of its elements' JSON, of canonical values; null where there are none. */
    static @Nullable Object of(PropertyType type, List<?> elements) {
        if (elements.isEmpty()) {
            return null;
        }
        return type.cardinality() == Cardinality.LIST ? List.copyOf(elements) : sorted(elements);
    }

    private static Set<Object> sorted(List<?> elements) {
        return elements.stream()
                .map(element -> Map.entry(JsonOut.compact(out -> PlainJson.write(element, out)), (Object) element))
                .sorted(Comparator.comparing(Map.Entry<String, Object>::getKey))
                .map(Map.Entry::getValue)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }
}
