package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.TypeDiff;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The new types that an orphan may have become. Where there are very many, only those are worth a look whose names begin
 * or end most like its own: comparing thousands of types with thousands would take minutes, under the lock too.
 */
final class NewTypes {
    private static final int LOOKED_AT_ALL = 200;
    private static final int NEIGHBOURS = 25;

    private final NavigableMap<String, NewType> byName = new TreeMap<>();
    private final NavigableMap<String, NewType> byReversedName = new TreeMap<>();

    /**
     * A type that was not stored before.
     *
     * @param name its name
     * @param shape its properties, with their data types
     */
    record NewType(String name, Set<String> shape) {}

    NewTypes(List<TypeDiff> types) {
        for (TypeDiff type : types) {
            if (type.state() == ChangeState.NEW) {
                NewType found = new NewType(type.name(), shapeOf(type));
                byName.put(found.name(), found);
                byReversedName.put(reversed(found.name()), found);
            }
        }
    }

    private static Set<String> shapeOf(TypeDiff type) {
        Set<String> shape = new HashSet<>();
        Objects.requireNonNull(type.after())
                .properties()
                .forEach(p -> shape.add(shape(p.name(), p.type().storedForm())));
        return shape;
    }

    static String shape(String property, String dataType) {
        return property + " " + dataType;
    }

    Collection<NewType> likeliest(String name) {
        if (byName.size() <= LOOKED_AT_ALL) {
            return byName.values();
        }
        Map<String, NewType> found = new TreeMap<>();
        addNeighbours(byName, name, found);
        addNeighbours(byReversedName, reversed(name), found);
        return found.values();
    }

    private static void addNeighbours(NavigableMap<String, NewType> sorted, String key, Map<String, NewType> found) {
        sorted.tailMap(key, true).values().stream().limit(NEIGHBOURS).forEach(type -> found.put(type.name(), type));
        sorted.headMap(key, false).descendingMap().values().stream()
                .limit(NEIGHBOURS)
                .forEach(type -> found.put(type.name(), type));
    }

    private static String reversed(String name) {
        return new StringBuilder(name).reverse().toString();
    }
}
