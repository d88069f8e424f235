package dev.synchronizer.value;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    static boolean are(Map<ValueKey, Object> some, Map<ValueKey, Object> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream().allMatch(each -> are(each.getValue(), others.get(each.getKey())));
    }
}
