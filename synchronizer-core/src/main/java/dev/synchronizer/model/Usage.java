package dev.synchronizer.model;

import java.util.Map;

/** What is known of stored content when a plan judges a change. */
public final class Usage {
    /** There is no content: no change can concern any. */
    public static final Usage NONE = new Usage(true, Map.of(), Map.of());

    /** Nobody was asked, as when two sets of models are compared: a change is judged by the worst it could do. */
    public static final Usage UNKNOWN = new Usage(false, Map.of(), Map.of());

    private final boolean known;
    private final Map<Long, ItemUse> items;
    private final Map<Long, ValueUse> values;

    private Usage(boolean known, Map<Long, ItemUse> items, Map<Long, ValueUse> values) {
        this.known = known;
        this.items = Map.copyOf(items);
        this.values = Map.copyOf(values);
    }

    /**
     * What was counted.
     *
     * @param items by the ids of types; of those that are left out, none is concerned
     * @param values by the ids of properties; of those that are left out, none is concerned
     */
    public static Usage counted(Map<Long, ItemUse> items, Map<Long, ValueUse> values) {
        return items.isEmpty() && values.isEmpty() ? NONE : new Usage(true, items, values);
    }

    /** Whether anybody was asked. */
    public boolean isKnown() {
        return known;
    }

    public ItemUse itemsOf(long type) {
        return items.getOrDefault(type, ItemUse.NONE);
    }

    public ValueUse valuesOf(long property) {
        return values.getOrDefault(property, ValueUse.NONE);
    }
}
