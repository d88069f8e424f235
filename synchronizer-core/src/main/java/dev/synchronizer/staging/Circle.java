package dev.synchronizer.staging;

import dev.synchronizer.task.Places;
import dev.synchronizer.task.Stamp;
import dev.synchronizer.task.Stamps;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Things of which each would stand below the next one, and when each came there. Not thread-safe. */
final class Circle {
    private static final Comparator<Stamp> ORDER = Comparator.nullsFirst(Comparator.naturalOrder());

    private final String itself;
    private final Map<String, Stamps> byKey = new HashMap<>();

    Circle(String itself, Stamps stamps) {
        this.itself = itself;
        add(itself, stamps);
    }

    void add(String key, Stamps stamps) {
        byKey.put(key, stamps);
    }

    /** The key of the one that came to its place before all others; the same one for everybody. */
    String oldest(List<String> others) {
        return Stream.concat(Stream.of(itself), others.stream())
                .min(Comparator.comparing(this::moved, ORDER).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private @Nullable Stamp moved(String key) {
        return byKey.getOrDefault(key, Stamps.none()).at(Places.PARENT);
    }
}
