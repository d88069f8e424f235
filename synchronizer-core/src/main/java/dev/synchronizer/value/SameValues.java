package dev.synchronizer.value;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares values to the letter: {@link URI} takes some for equal that differ in case. */
final class SameValues {
    private SameValues() {}

    static boolean are(@Nullable Object one, @Nullable Object other) {
        if (one instanceof URI && other instanceof URI) {
            return one.toString().equals(other.toString());
        }
        if (one instanceof List<?> some && other instanceof List<?> others) {
            Iterator<?> each = others.iterator();
            return some.size() == others.size() && some.stream().allMatch(element -> are(element, each.next()));
        }
        return Objects.equals(one, other)
                && (!(one instanceof Set<?> some)
                        || !(other instanceof Set<?> others)
                        || addresses(some).equals(addresses(others)));
    }

    private static Set<String> addresses(Set<?> set) {
        return set.stream().filter(URI.class::isInstance).map(Object::toString).collect(Collectors.toSet());
    }

    /** Side by side, as both are in the order of their keys: to look up each key would take longer than all else. */
    static boolean are(SortedMap<ValueKey, Object> some, SortedMap<ValueKey, Object> others) {
        if (some.size() != others.size()) {
            return false;
        }
        Iterator<Map.Entry<ValueKey, Object>> each = others.entrySet().iterator();
        for (Map.Entry<ValueKey, Object> one : some.entrySet()) {
            Map.Entry<ValueKey, Object> other = each.next();
            if (!one.getKey().equals(other.getKey()) || !are(one.getValue(), other.getValue())) {
                return false;
            }
        }
        return true;
    }
}
