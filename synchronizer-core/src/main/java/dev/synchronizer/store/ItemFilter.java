package dev.synchronizer.store;

import dev.synchronizer.value.ValueColumn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which items are wanted; each part narrows the choice.
 *
 * @param types ids of types; none means all
 * @param place where they stand
 * @param bin whether they are in the recycle bin
 * @param having ids of properties of each of which they have a value, be it within a block; none means all
 * @param conditions what their values have to be, each of them
 */
public record ItemFilter(Set<Long> types, Place place, Bin bin, Set<Long> having, List<Condition> conditions) {
    /** All items, those in the recycle bin too. */
    public static final ItemFilter ALL = new ItemFilter(Set.of(), Place.anywhere(), Bin.ANY, Set.of(), List.of());

    public ItemFilter {
        types = Set.copyOf(types);
        having = Set.copyOf(having);
        conditions = List.copyOf(conditions);
    }

    /** Whether items are in the recycle bin. */
    public enum Bin {
        OUTSIDE,
        INSIDE,
        ANY
    }

    /**
     * Where items stand.
     *
     * @param restricted whether that matters
     * @param parent the item that they stand below at once; null where they stand below none
     */
    public record Place(boolean restricted, @Nullable UUID parent) {
        public static Place anywhere() {
            return new Place(false, null);
        }

        public static Place below(@Nullable UUID parent) {
            return new Place(true, parent);
        }
    }

    /**
     * What a value has to be, in whatever language.
     *
     * @param property the id of the property
     * @param column the column that holds its values
     * @param comparison how it is compared
     * @param value of the class that belongs to the column
     */
    public record Condition(long property, ValueColumn column, Comparison comparison, Object value) {}

    /** How a value is compared. */
    public enum Comparison {
        EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }
}
