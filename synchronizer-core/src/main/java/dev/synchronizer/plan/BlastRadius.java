package dev.synchronizer.plan;

/**
 * How much stored content a change concerns.
 *
 * @param items the number of items
 * @param values the number of values
 */
public record BlastRadius(long items, long values) {
    public static final BlastRadius NOTHING = new BlastRadius(0, 0);

    public boolean isNothing() {
        return items == 0 && values == 0;
    }

    /** That of two changes, which may concern the same items and values. */
    BlastRadius and(BlastRadius other) {
        return new BlastRadius(Math.max(items, other.items), Math.max(values, other.values));
    }
}
